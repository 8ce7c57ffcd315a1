using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys inside the money levers: pooled budget, precept, improved Better Care Fund, council cuts.</summary>
internal static class MoneyKeys
{
    private const double MostPounds = 100_000_000_000;
    private const int LongestRamp = 3650;

    private static readonly Key<PooledBudget, double> Ccg = Pounds<PooledBudget>(
        "ccg_pounds", "Moved by clinical commissioning groups into the pool beyond the transfers of the base year: money that hospitals had.", b => b.CcgPounds);

    private static readonly Key<PooledBudget, double> Council = Pounds<PooledBudget>(
        "council_pounds", "Put in by councils, earlier transfers from the NHS among it.", b => b.CouncilPounds);

    private static readonly Key<PooledBudget, double> Grant = new(PoundsForm, b => b.DisabledFacilitiesGrantPounds)
    {
        Name = "disabled_facilities_grant_pounds",
        Meaning = "Disabled Facilities Grant in the pool. It buys adaptations, in place of the baseline grant and of a sum under adaptations.",
        Otherwise = "the grant as it is",
    };

    private static readonly Key<PooledBudget, double> AlreadySpent = Pounds<PooledBudget>(
        "already_spent_pounds", "Of ccg_pounds and council_pounds: pays for services that the base year has, so it buys nothing new.", b => b.AlreadySpentPounds);

    private static readonly Key<PooledBudget, double> Protection = Pounds<PooledBudget>(
        "protection_pounds", "Of ccg_pounds and council_pounds: protects social care. It fills council_cuts of the same arm as far as there are any, and buys nothing new.", b => b.ProtectionPounds);

    private static readonly Key<PooledBudget, Spending> PoolSpend = Spend<PooledBudget>("What the rest of ccg_pounds and council_pounds is spent on.", b => b.Spend);

    private static readonly Key<PooledBudget, double> PoolSupply = Supply<PooledBudget>(b => b.SupplyShare);

    private static readonly Key<PooledBudget, long> PoolRamp = Ramp<PooledBudget>("From the lever's start until everything bought is there, in a straight line.", b => b.RampUpDays);

    private static readonly Key<BedClosure, DateOnly> ClosureDate = new(DateForm.Day, c => c.Date)
    {
        Name = "date",
        Meaning = "The day from which the beds are closed, within the simulated days.",
        Required = true,
    };

    private static readonly Key<BedClosure, double> ClosureShare = new(NumberForm.Share, c => c.Share)
    {
        Name = "share",
        Meaning = "Share of the beds that ccg_pounds would have paid for. All steps together are at most 1.",
        Required = true,
    };

    private static readonly Key<PooledBudget, double> BedYear = new(NumberForm.Like("cost.acute_bed_year"), b => b.PoundsPerBedYear)
    {
        Name = "pounds_per_bed_year",
        Meaning = "What closing one acute bed saves in a year.",
        Otherwise = "the parameter `cost.acute_bed_year`",
    };

    private static readonly Key<SocialCareMoney, double> MoneyPounds = new(PoundsForm, m => m.PoundsPerYear)
    {
        Name = "pounds_per_year",
        Meaning = "New money over England for the social care of adults of all ages.",
        Required = true,
    };

    private static readonly Key<SocialCareMoney, double> FeeShare = new(NumberForm.Like("council.fee_share"), m => m.FeeShare)
    {
        Name = "fee_share",
        Meaning = "Share absorbed by higher fees for care that is bought already.",
        Otherwise = "the parameter `council.fee_share`",
    };

    private static readonly Key<SocialCareMoney, double> MoneyOlder = Older<SocialCareMoney>(m => m.OlderPeopleShare);

    private static readonly Key<SocialCareMoney, double> MoneySupply = Supply<SocialCareMoney>(m => m.SupplyShare);

    private static readonly Key<SocialCareMoney, Spending> MoneySpend = Spend<SocialCareMoney>("What is bought after fees.", m => m.Spend);

    private static readonly Key<SocialCareMoney, DateOnly> MoneyFrom = From<SocialCareMoney>("The day on which the money starts, within the simulated days.", m => m.From);

    private static readonly Key<SocialCareMoney, long> MoneyRamp = Ramp<SocialCareMoney>("From that start until the whole sum flows, in a straight line.", m => m.RampUpDays);

    private static readonly Key<CouncilCuts, double> CutPounds = Pounds<CouncilCuts>(
        "pounds_per_year", "Less money over England for the social care of adults of all ages: a level.", c => c.PoundsPerYear);

    private static readonly Key<CouncilCuts, double> CutShare = new(new NumberForm("share a year", 0, 0.5), c => c.SharePerYear)
    {
        Name = "share_per_year",
        Meaning = "Share of what councils pay for older people lost in each further year, compounding; 0.02 is two per cent a year. Adds to pounds_per_year.",
        Default = 0,
    };

    private static readonly Key<CouncilCuts, double> CutOlder = Older<CouncilCuts>(c => c.OlderPeopleShare);

    private static readonly Key<CouncilCuts, Spending> FallsOn = new(SpendingKeys.Group, c => c.FallsOn)
    {
        Name = "falls_on",
        Meaning = "Shares of the cut by service.",
        Otherwise = "home care, care homes, reablement and assessors, by what councils pay for each",
    };

    private static readonly Key<CouncilCuts, DateOnly> CutFrom = From<CouncilCuts>("The day on which the cuts start, within the simulated days.", c => c.From);

    private static readonly Key<CouncilCuts, long> CutRamp = Ramp<CouncilCuts>("From that start until pounds_per_year is reached, in a straight line.", c => c.RampUpDays);

    /// <summary>Steps of bed closures.</summary>
    public static Key<PooledBudget, IReadOnlyList<BedClosure>> BedClosures { get; } = new(
        new ListForm<BedClosure>(
            "a list of dated closures such as { date: 2015-10-01, share: 0.5 }",
            new GroupForm<BedClosure>("a group with date and share", [ClosureDate, ClosureShare], v => new BedClosure(v.Get(ClosureDate), v.Get(ClosureShare)))),
        b => b.BedClosures.Count > 0 ? b.BedClosures : null)
    {
        Name = "bed_closures",
        Meaning = "Acute beds closed because ccg_pounds have left hospitals, by dated steps. For a number of beds of your own use acute_beds.",
        Default = [],
        Otherwise = "no bed closes",
    };

    /// <summary>Pooled budget.</summary>
    public static GroupForm<PooledBudget> PooledBudget { get; } = new(
        "a group with the sources of the pool, in pounds a year, and spend",
        [Ccg, Council, Grant, AlreadySpent, Protection, PoolSpend, PoolSupply, PoolRamp, BedClosures, BedYear],
        v => new PooledBudget
        {
            CcgPounds = v.Get(Ccg),
            CouncilPounds = v.Get(Council),
            DisabledFacilitiesGrantPounds = v.Find(Grant),
            AlreadySpentPounds = v.Get(AlreadySpent),
            ProtectionPounds = v.Get(Protection),
            Spend = v.FindGroup(PoolSpend) ?? new Spending(),
            SupplyShare = v.Find(PoolSupply),
            RampUpDays = (int)v.Get(PoolRamp),
            BedClosures = v.Get(BedClosures),
            PoundsPerBedYear = v.Find(BedYear),
        });

    /// <summary>Precept and improved Better Care Fund.</summary>
    public static GroupForm<SocialCareMoney> SocialCareMoney { get; } = new(
        "a group with pounds_per_year and spend",
        [MoneyPounds, MoneyOlder, FeeShare, MoneySupply, MoneySpend, MoneyFrom, MoneyRamp],
        v => new SocialCareMoney
        {
            PoundsPerYear = v.Get(MoneyPounds),
            OlderPeopleShare = v.Find(MoneyOlder),
            FeeShare = v.Find(FeeShare),
            SupplyShare = v.Find(MoneySupply),
            Spend = v.FindGroup(MoneySpend) ?? new Spending(),
            From = v.Find(MoneyFrom),
            RampUpDays = (int)v.Get(MoneyRamp),
        });

    /// <summary>Council cuts.</summary>
    public static GroupForm<CouncilCuts> CouncilCuts { get; } = new(
        "a group with pounds_per_year, share_per_year or both",
        [CutPounds, CutShare, CutOlder, FallsOn, CutFrom, CutRamp],
        v => new CouncilCuts
        {
            PoundsPerYear = v.Get(CutPounds),
            SharePerYear = v.Get(CutShare),
            OlderPeopleShare = v.Find(CutOlder),
            FallsOn = v.FindGroup(FallsOn),
            From = v.Find(CutFrom),
            RampUpDays = (int)v.Get(CutRamp),
        });

    private static NumberForm PoundsForm => new("GBP a year", 0, MostPounds);

    private static Key<T, double> Pounds<T>(string name, string meaning, Func<T, object?> part) =>
        new(PoundsForm, part) { Name = name, Meaning = meaning, Default = 0 };

    private static Key<T, Spending> Spend<T>(string meaning, Func<T, Spending> part) => new(SpendingKeys.Group, o => part(o).Sum > 0 ? part(o) : null)
    {
        Name = "spend",
        Meaning = meaning + " Shares by service; what is left buys nothing that the model holds.",
        Otherwise = "it buys nothing that the model holds",
    };

    private static Key<T, double> Supply<T>(Func<T, object?> part) => new(NumberForm.Like("council.supply_share"), part)
    {
        Name = "supply_share",
        Meaning = "Share of the hours, places and posts paid for that the workforce can supply; adaptations need none of it.",
        Otherwise = "the parameter `council.supply_share`",
    };

    private static Key<T, double> Older<T>(Func<T, object?> part) => new(NumberForm.Like("council.older_people_share"), part)
    {
        Name = "older_people_share",
        Meaning = "Share of pounds_per_year that is for people 65+.",
        Otherwise = "the parameter `council.older_people_share`",
    };

    private static Key<T, DateOnly> From<T>(string meaning, Func<T, object?> part) => new(DateForm.Day, part)
    {
        Name = "from",
        Meaning = meaning,
        Otherwise = "the lever's start",
    };

    private static Key<T, long> Ramp<T>(string meaning, Func<T, int> part) => new(new WholeNumberForm("days", 0, LongestRamp), o => (long)part(o))
    {
        Name = "ramp_up_days",
        Meaning = meaning,
        Default = 0L,
    };
}
