using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

/// <summary>Each money lever moves what it says by unit costs, and nothing else.</summary>
public sealed class MoneyTests
{
    private const int Warm = 30;
    private static readonly DateOnly Midway = new(2014, 8, 11);
    private static readonly int WorkingDay = DayOf(new DateOnly(2015, 1, 14));
    private static readonly ParameterTable P = SmallWorld.England.Parameters;

    private static readonly Spending Hours = new() { HomeCare = 1 };

    /// <summary>£100 million more than is spent already, all on hours.</summary>
    private static readonly PooledBudget Pool = new() { CcgPounds = 300e6, CouncilPounds = 50e6, AlreadySpentPounds = 150e6, ProtectionPounds = 100e6, Spend = Hours, SupplyShare = 1 };

    private static readonly SocialCareMoney Precept = new() { PoundsPerYear = 400e6, OlderPeopleShare = 0.5, FeeShare = 0.25, SupplyShare = 0.8, Spend = Hours };

    [Theory]
    [InlineData(Service.HomeCare, 13.77 * 365.25 / 7)]
    [InlineData(Service.Residential, 557 * 365.25 / 7)]
    [InlineData(Service.Nursing, 730 * 365.25 / 7)]
    [InlineData(Service.IntermediateCare, 150 * 365.25)]
    [InlineData(Service.CrisisResponse, 60_000)]
    [InlineData(Service.SocialWork, 60_000)]
    [InlineData(Service.LeadProfessionals, 60_000)]
    [InlineData(Service.Adaptations, 1)]
    public void UnitCosts_AreThoseOfTheWorld(Service service, double pounds) =>
        Assert.Equal(pounds, UnitCosts.PoundsPerYear(service, P), 1e-6);

    [Fact]
    public void UnitCost_OfAReablementPlace_IsItsEpisodes() =>
        Assert.Equal(P["cost.reablement_episode"] * 365.25 / P["reablement.days"], UnitCosts.PoundsPerYear(Service.Reablement, P), 1e-6);

    [Theory]
    [InlineData(Service.HomeCare, Stock.HomeCareTenths, 10)]
    [InlineData(Service.Residential, Stock.Residential, 1)]
    [InlineData(Service.Nursing, Stock.Nursing, 1)]
    [InlineData(Service.Reablement, Stock.Reablement, 1)]
    [InlineData(Service.IntermediateCare, Stock.Intermediate, 1)]
    public void PooledBudget_BuysStocksAtTheirUnitCost(Service service, Enum stock, double scale)
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { PooledBudget = Pool with { Spend = Only(service) } });

        Assert.Equal(scale * 100e6 / UnitCosts.PoundsPerYear(service, P), More(plans, (Stock)stock, WorkingDay), 1e-3);
        AssertOnly(plans, s => s == (Stock)stock, _ => false);
    }

    [Theory]
    [InlineData(Service.CrisisResponse, Team.CrisisResponse, "response.baseline_fte")]
    [InlineData(Service.SocialWork, Team.Assessment, "assessment.hospital_fte")]
    public void PooledBudget_BuysPostsAtTheirUnitCost(Service service, Enum team, string fte)
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { PooledBudget = Pool with { Spend = Only(service) } });

        Assert.Equal(1 + (100e6 / 60_000 / P[fte]), Ratio(plans, (Team)team, WorkingDay), 1e-9);
        AssertOnly(plans, _ => false, t => t == (Team)team);
    }

    [Fact]
    public void PooledBudget_BuysCaseloadsAndAdaptations()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { PooledBudget = Pool with { Spend = new Spending { LeadProfessionals = 0.6, Adaptations = 0.4 } } });

        Assert.Equal(60e6 / 60_000 * P["caseload.per_fte"], More(plans, Stock.Caseload, WorkingDay), 1e-6);
        Assert.Equal(1 + (40e6 / P["adaptation.pounds_per_year"]), Ratio(plans, Team.Adaptation, WorkingDay), 1e-9);
    }

    [Fact]
    public void PooledBudget_SharesAndSupply_LimitWhatIsBought()
    {
        double all = More(Plans(new Levers { PooledBudget = Pool }), Stock.HomeCareTenths, WorkingDay);

        Assert.Equal(0.3 * all, More(Plans(new Levers { PooledBudget = Pool with { Spend = new Spending { HomeCare = 0.6 }, SupplyShare = 0.5 } }), Stock.HomeCareTenths, WorkingDay), 1e-3);
        Assert.Equal(P["council.supply_share"] * all, More(Plans(new Levers { PooledBudget = Pool with { SupplyShare = null } }), Stock.HomeCareTenths, WorkingDay), 1e-3);
        Assert.Equal(all / 2, More(Plans(new Levers { PooledBudget = Pool with { RampUpDays = 100 } }), Stock.HomeCareTenths, Warm + 49), 1e-3);
    }

    [Fact]
    public void ProtectionAlone_ChangesNothing() =>
        AssertOnly(Plans(new Levers { PooledBudget = Pool with { CouncilPounds = 0, AlreadySpentPounds = 0, ProtectionPounds = 300e6 } }), _ => false, _ => false);

    [Fact]
    public void Protection_FillsCouncilCutsAndNoMore()
    {
        CouncilCuts cuts = new() { PoundsPerYear = 200e6, OlderPeopleShare = 0.5, FallsOn = Hours };
        PooledBudget protection = new() { CcgPounds = 500e6, ProtectionPounds = 100e6, AlreadySpentPounds = 400e6, Spend = Hours };
        double bare = More(Plans(new Levers { CouncilCuts = cuts }), Stock.HomeCareTenths, WorkingDay);

        Assert.True(bare < 0);
        Assert.Equal(bare / 2, More(Plans(new Levers { CouncilCuts = cuts, PooledBudget = protection }), Stock.HomeCareTenths, WorkingDay), 1e-3);
        AssertOnly(Plans(new Levers { CouncilCuts = cuts, PooledBudget = protection with { ProtectionPounds = 500e6, AlreadySpentPounds = 0 } }), _ => false, _ => false);
    }

    [Fact]
    public void BedClosures_TakeTheBedsThatTheMoneyPaidFor()
    {
        PooledBudget closing = Pool with { BedClosures = [new BedClosure(Midway, 0.4), new BedClosure(Midway.AddDays(60), 0.6)], PoundsPerBedYear = 100_000, Spend = new Spending() };
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { PooledBudget = closing });

        Assert.Equal(0, Closed(DayOf(Midway) - 1));
        Assert.Equal(0.4 * 3000, Closed(DayOf(Midway)), 1e-6);
        Assert.Equal(3000, Closed(DayOf(Midway) + 60), 1e-6);
        Assert.Equal(3000 * 100_000 / P["cost.acute_bed_year"], Plans(new Levers { PooledBudget = closing with { PoundsPerBedYear = null } })[1].Money.AcuteBedsClosed[WorkingDay], 1e-6);
        AssertOnly(plans, _ => false, _ => false, beds: false);

        double Closed(int day) => (plans[0].AcuteBeds[day].Open - plans[1].AcuteBeds[day].Open) / P["beds.usable_share"];
    }

    [Fact]
    public void PaymentForPerformance_HoldsMoneyBack()
    {
        PerformanceRule rule = new() { Design = PaymentDesign.Design2014, PotPounds = 80e6, OnResultsShare = 0.5 };
        PooledBudget closing = Pool with { BedClosures = [new BedClosure(SmallWorld.Start, 1)] };
        double all = Bought(new Levers { PooledBudget = closing });

        Assert.Equal(0.6 * all, Bought(new Levers { PooledBudget = closing, PaymentForPerformance = rule }), 1e-3);
        Assert.Equal(0.9 * all, Bought(new Levers { PooledBudget = closing, PaymentForPerformance = rule with { SpentInAdvanceShare = 0.75 } }), 1e-3);
        Assert.Equal(0.8 * all, Bought(new Levers { PooledBudget = closing, PaymentForPerformance = rule, Graduation = 0.5 }) - ProtectionFreed(0.5), 1e-3);
        Assert.Equal(260.0 / 300, Closed(new Levers { PooledBudget = closing, PaymentForPerformance = rule }) / Closed(new Levers { PooledBudget = closing }), 1e-9);
        AssertOnly(Plans(new Levers { PaymentForPerformance = rule }), _ => false, _ => false);

        double Bought(Levers levers) => More(Plans(levers), Stock.HomeCareTenths, WorkingDay);
        double Closed(Levers levers) => Plans(levers)[1].Money.AcuteBedsClosed[WorkingDay];
        double ProtectionFreed(double graduated) => 10 * graduated * 100e6 / UnitCosts.PoundsPerYear(Service.HomeCare, P);
    }

    [Fact]
    public void GrantInThePool_TakesThePlaceOfTheBaselineGrant()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { PooledBudget = new PooledBudget { DisabledFacilitiesGrantPounds = 2 * P["adaptation.pounds_per_year"] } });

        Assert.Equal(2, Ratio(plans, Team.Adaptation, WorkingDay), 1e-9);
        AssertOnly(plans, _ => false, t => t == Team.Adaptation);
    }

    [Theory]
    [InlineData(GrantYear.Year2013, 180e6, 4227)]
    [InlineData(GrantYear.Year2014, 185e6, 5453)]
    [InlineData(GrantYear.Year2015, 220e6, 5453)]
    [InlineData(GrantYear.Year2019, 505e6, 9440)]
    public void GrantOfAYear_IsItsSumAndMeanCost(GrantYear year, double pounds, double cost)
    {
        Money money = Plans(new Levers { Adaptations = new Adaptations { Grant = year } })[1].Money;
        Money own = Plans(new Levers { Adaptations = new Adaptations { Grant = year, PoundsPerYear = 1e6, UnitCostPounds = 5000 } })[1].Money;

        Assert.Equal((pounds, cost), (money.Grant(WorkingDay), money.AdaptationCost(WorkingDay)));
        Assert.Equal((1e6, 5000), (own.Grant(WorkingDay), own.AdaptationCost(WorkingDay)));
    }

    [Fact]
    public void PreceptAndImprovedFund_BuyAfterFeesWithWhatTheWorkforceCanSupply()
    {
        double hours = 10 * 400e6 * 0.5 * 0.75 * 0.8 / UnitCosts.PoundsPerYear(Service.HomeCare, P);
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { SocialCarePrecept = Precept });

        Assert.Equal(hours, More(plans, Stock.HomeCareTenths, WorkingDay), 1e-3);
        Assert.Equal(hours, More(Plans(new Levers { ImprovedBetterCareFund = Precept }), Stock.HomeCareTenths, WorkingDay), 1e-3);
        Assert.Equal(2 * hours, More(Plans(new Levers { SocialCarePrecept = Precept, ImprovedBetterCareFund = Precept }), Stock.HomeCareTenths, WorkingDay), 1e-3);
        AssertOnly(plans, s => s == Stock.HomeCareTenths, _ => false);
    }

    [Fact]
    public void Precept_StartsOnItsDateAndGrows()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { SocialCarePrecept = Precept with { From = Midway, RampUpDays = 50 } });
        double all = More(plans, Stock.HomeCareTenths, DayOf(Midway) + 49);

        Assert.Equal(0, More(plans, Stock.HomeCareTenths, DayOf(Midway) - 1));
        Assert.Equal(all / 50, More(plans, Stock.HomeCareTenths, DayOf(Midway)), 1e-3);
        Assert.Equal(all, More(plans, Stock.HomeCareTenths, WorkingDay));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 0)]
    public void Precept_AbsorbedByFees_OrWithoutWorkers_OrForYoungerPeople_ChangesNothing(double fees, double supply, double older) =>
        AssertOnly(Plans(new Levers { SocialCarePrecept = Precept with { FeeShare = fees, SupplyShare = supply, OlderPeopleShare = older } }), _ => false, _ => false);

    [Fact]
    public void CouncilCuts_InPounds_TakeAwayWhereTheyFall()
    {
        CouncilCuts cuts = new() { PoundsPerYear = 100e6, OlderPeopleShare = 0.6, FallsOn = new Spending { HomeCare = 0.5, SocialWork = 0.25 } };
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { CouncilCuts = cuts });

        Assert.Equal(-10 * 30e6 / UnitCosts.PoundsPerYear(Service.HomeCare, P), More(plans, Stock.HomeCareTenths, WorkingDay), 1e-3);
        Assert.Equal(1 - (15e6 / 60_000 / P["assessment.hospital_fte"]), Ratio(plans, Team.Assessment, WorkingDay), 1e-9);
        AssertOnly(plans, s => s == Stock.HomeCareTenths, t => t == Team.Assessment);
    }

    [Fact]
    public void CouncilCuts_InShares_CompoundOverWhatCouncilsPayFor()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { CouncilCuts = new CouncilCuts { SharePerYear = 0.1 } });
        int day = Warm + 364;
        double lost = 1 - Math.Pow(0.9, 365 / 365.25);

        Assert.Equal(-10 * lost * UnitCosts.CouncilUnits(Service.HomeCare, SmallWorld.England), More(plans, Stock.HomeCareTenths, day), 1e-2);
        Assert.Equal(-lost * P["reablement.places"], More(plans, Stock.Reablement, day), 1e-6);
        Assert.Equal(-lost * P["care_home.council_funded_share"] * P["care_home.residents"], More(plans, Stock.Residential, day) + More(plans, Stock.Nursing, day), 1e-4);
        Assert.Equal(1 - lost, Ratio(plans, Team.Assessment, day), 1e-9);
        Assert.True(More(plans, Stock.HomeCareTenths, day) < More(plans, Stock.HomeCareTenths, Warm + 30));
        AssertOnly(plans, s => s is not (Stock.Intermediate or Stock.Caseload), t => t == Team.Assessment);
    }

    [Fact]
    public void CutsBeyondEverything_LeaveNothingAndNeverLess()
    {
        IReadOnlyList<ArmPlan> plans = Plans(new Levers { CouncilCuts = new CouncilCuts { PoundsPerYear = 9e11, FallsOn = new Spending { SocialWork = 0.5, Adaptations = 0.5 } } });

        Assert.Equal((0, 0), (plans[1].Units[(int)Team.Assessment][WorkingDay], plans[1].Units[(int)Team.Adaptation][WorkingDay]));
    }

    [Fact]
    public void PolicyOfItsOwn_TakesThePlaceOfTheBaselineMoney()
    {
        Scenario scenario = Year(new Levers { SocialCarePrecept = Precept with { PoundsPerYear = 800e6 } }, Midway) with { Baseline = new Levers { SocialCarePrecept = Precept } };
        IReadOnlyList<ArmPlan> plans = SmallWorld.Setup(scenario).Plans;
        double own = Plans(new Levers { SocialCarePrecept = Precept })[1].Money.Units(Service.HomeCare, WorkingDay);

        Assert.Equal(0, More(plans, Stock.HomeCareTenths, DayOf(Midway) - 1));
        Assert.Equal(10 * own, More(plans, Stock.HomeCareTenths, DayOf(Midway)), 1e-3);
    }

    [Fact]
    public void MoneyOf_AnArm_IsTheMeanOfWhatItBuys()
    {
        Setup setup = SmallWorld.Setup(Year(new Levers { SocialCarePrecept = Precept with { RampUpDays = 100 } }, null));
        ServiceBought bought = Assert.Single(setup.MoneyOf(1).Services);

        Assert.False(setup.MoneyOf(0).Any);
        Assert.Equal(Service.HomeCare, bought.Service);
        Assert.Equal(120e6 * (365 - 49.5) / 365, bought.PoundsPerYear, 1);
        Assert.Equal(bought.PoundsPerYear / UnitCosts.PoundsPerYear(Service.HomeCare, P), bought.Units, 1e-6);
    }

    private static Spending Only(Service service) => service switch
    {
        Service.HomeCare => new Spending { HomeCare = 1 },
        Service.Residential => new Spending { Residential = 1 },
        Service.Nursing => new Spending { Nursing = 1 },
        Service.Reablement => new Spending { Reablement = 1 },
        Service.IntermediateCare => new Spending { IntermediateCare = 1 },
        Service.CrisisResponse => new Spending { CrisisResponse = 1 },
        _ => new Spending { SocialWork = 1 },
    };

    private static int DayOf(DateOnly date) => date.DayNumber - SmallWorld.Start.DayNumber + Warm;

    private static Scenario Year(Levers levers, DateOnly? from) => SmallWorld.Scenario([SmallWorld.OneArea], 365, Warm, SmallWorld.Policy(levers, from));

    private static IReadOnlyList<ArmPlan> Plans(Levers levers) => SmallWorld.Setup(Year(levers, null)).Plans;

    private static double Ratio(IReadOnlyList<ArmPlan> plans, Team team, int day) => plans[1].Units[(int)team][day] / plans[0].Units[(int)team][day];

    private static double More(IReadOnlyList<ArmPlan> plans, Stock stock, int day) => plans[1].Stocks[(int)stock][day] - plans[0].Stocks[(int)stock][day];

    /// <summary>The policy differs from the baseline in these stocks and teams and in nothing else.</summary>
    private static void AssertOnly(IReadOnlyList<ArmPlan> plans, Func<Stock, bool> stocks, Func<Team, bool> teams, bool beds = true)
    {
        Assert.All(Enum.GetValues<Stock>(), s => Assert.Equal(!stocks(s), plans[0].Stocks[(int)s].SequenceEqual(plans[1].Stocks[(int)s])));
        Assert.All(Enum.GetValues<Team>(), t => Assert.Equal(!teams(t), plans[0].Units[(int)t].SequenceEqual(plans[1].Units[(int)t])));
        Assert.Equal(beds, plans[0].AcuteBeds.SequenceEqual(plans[1].AcuteBeds));
        Assert.Equal(plans[0].Steps, plans[1].Steps);
    }
}
