using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>What must hold between the values of the money levers: no pound is spent twice, and no cut takes more than there is.</summary>
internal static class MoneyRules
{
    private const double Rounding = 1e-9;

    private static readonly string[] PoundsOfThePool = ["ccg_pounds", "council_pounds", "disabled_facilities_grant_pounds", "already_spent_pounds", "protection_pounds"];

    /// <summary>Notes every broken rule of one set of levers.</summary>
    public static void Check(string path, Levers levers, SourcePositions positions, FaultList faults)
    {
        if (levers.PooledBudget is { } pool)
        {
            CheckPool(path + ".pooled_budget", pool, positions, faults);
        }

        CheckSpending(path + ".social_care_precept.spend", levers.SocialCarePrecept?.Spend, positions, faults);
        CheckSpending(path + ".improved_better_care_fund.spend", levers.ImprovedBetterCareFund?.Spend, positions, faults);
        CheckSpending(path + ".council_cuts.falls_on", levers.CouncilCuts?.FallsOn, positions, faults);
        string cuts = path + ".council_cuts";
        if (levers.CouncilCuts is { PoundsPerYear: 0, SharePerYear: 0 } && !faults.Spoils(cuts + ".pounds_per_year") && !faults.Spoils(cuts + ".share_per_year"))
        {
            faults.Add(cuts, positions, "cuts nothing", "more than 0 in pounds_per_year or share_per_year");
        }

        string adaptations = path + ".adaptations";
        if (levers.Adaptations is { PoundsPerYear: null, Grant: null } && !faults.Spoils(adaptations + ".grant"))
        {
            faults.Add(adaptations, positions, "names no money", "pounds_per_year, or grant with a year");
        }
    }

    /// <summary>The days that the levers name, each with its path.</summary>
    public static IEnumerable<(string Path, DateOnly Day)> Days(string path, Levers levers)
    {
        IReadOnlyList<BedClosure> closures = levers.PooledBudget?.BedClosures ?? [];
        for (int i = 0; i < closures.Count; i++)
        {
            yield return (Closure(path, i) + ".date", closures[i].Date);
        }

        foreach ((string name, DateOnly? from) in new[]
        {
            ("social_care_precept", levers.SocialCarePrecept?.From),
            ("improved_better_care_fund", levers.ImprovedBetterCareFund?.From),
            ("council_cuts", levers.CouncilCuts?.From),
            ("delayed_transfer_targets", levers.DelayedTransferTargets?.From),
        })
        {
            if (from is { } day)
            {
                yield return ($"{path}.{name}.from", day);
            }
        }
    }

    /// <summary>The bed closures of a pooled budget as dated changes of acute beds, each with its path.</summary>
    public static IEnumerable<(string Path, CapacityChange Change)> Closures(string path, Levers levers, ParameterTable parameters)
    {
        if (levers.PooledBudget is not { } pool)
        {
            return [];
        }

        double beds = pool.CcgPounds / (pool.PoundsPerBedYear ?? parameters["cost.acute_bed_year"]);
        return pool.BedClosures.Select((c, i) => (Closure(path, i) + ".share", new CapacityChange(c.Date, -beds * c.Share)));
    }

    /// <summary>Notes cuts in pounds that take more of a service than England has.</summary>
    public static void CheckAgainst(string path, Levers levers, World world, SourcePositions positions, FaultList faults)
    {
        if (levers.CouncilCuts is not { PoundsPerYear: > 0 } cuts)
        {
            return;
        }

        ParameterTable p = world.Parameters;
        double pounds = cuts.PoundsPerYear * (cuts.OlderPeopleShare ?? p["council.older_people_share"]);
        double paid = Enum.GetValues<Service>().Sum(Paid);
        foreach (Service service in Enum.GetValues<Service>())
        {
            double share = cuts.FallsOn?.Of(service) ?? (Paid(service) / paid);
            double held = Held(service, world);
            if (share > 0 && pounds * share / UnitCosts.PoundsPerYear(service, p) > held * (1 + Rounding))
            {
                double most = held * UnitCosts.PoundsPerYear(service, p) / share * cuts.PoundsPerYear / pounds;
                faults.Add(
                    path + ".council_cuts.pounds_per_year", positions,
                    $"takes more {Words(service)} than England has ({Show(held)})",
                    $"a cut that falls on them with at most {Show(Math.Floor(most))} pounds a year in all");
                return;
            }
        }

        double Paid(Service s) => UnitCosts.CouncilUnits(s, world) * UnitCosts.PoundsPerYear(s, p);
    }

    private static string Closure(string path, int index) => SourcePositions.Join(path + ".pooled_budget.bed_closures", index);

    private static void CheckPool(string path, PooledBudget pool, SourcePositions positions, FaultList faults)
    {
        // The parts first: a fault of the whole would hide theirs.
        bool poundsHold = !PoundsOfThePool.Any(k => faults.Spoils($"{path}.{k}"));
        CheckSpending(path + ".spend", pool.Spend, positions, faults);
        double closed = pool.BedClosures.Sum(c => c.Share);
        bool sharesHold = !Enumerable.Range(0, pool.BedClosures.Count).Any(i => faults.Spoils(SourcePositions.Join(path + ".bed_closures", i) + ".share"));
        if (closed > 1 + Rounding && sharesHold)
        {
            faults.Add(path + ".bed_closures", positions, $"adds up to {Show(closed)}", "shares that add up to at most 1");
        }

        if (!poundsHold)
        {
            return;
        }

        if (pool is { CcgPounds: 0, CouncilPounds: 0, DisabledFacilitiesGrantPounds: null })
        {
            faults.Add(path, positions, "holds no money", "more than 0 in ccg_pounds or council_pounds, or disabled_facilities_grant_pounds");
        }
        else if (pool.AlreadySpentPounds + pool.ProtectionPounds > (pool.CcgPounds + pool.CouncilPounds) * (1 + Rounding))
        {
            faults.Add(
                path, positions, $"has {Show(pool.AlreadySpentPounds + pool.ProtectionPounds)} pounds spent already or protected out of {Show(pool.CcgPounds + pool.CouncilPounds)}",
                "already_spent_pounds and protection_pounds that are together at most ccg_pounds and council_pounds");
        }
    }

    private static void CheckSpending(string path, Spending? spending, SourcePositions positions, FaultList faults)
    {
        if (spending is not null && spending.Sum > 1 + Rounding && !faults.Spoils(path))
        {
            faults.Add(path, positions, $"adds up to {Show(spending.Sum)}", "shares that add up to at most 1");
        }
    }

    private static double Held(Service service, World world)
    {
        ParameterTable p = world.Parameters;
        double places = p["care_home.residents"] * (1 + p["care_home.spare_share"]);
        return service switch
        {
            Service.Residential => places * (1 - p["care_home.nursing_share"]),
            Service.Nursing => places * p["care_home.nursing_share"],
            Service.IntermediateCare => p["intermediate.beds"],
            Service.CrisisResponse => p["response.baseline_fte"],
            Service.LeadProfessionals => p["caseload.baseline_fte"],
            Service.Adaptations => p["adaptation.pounds_per_year"] * p["adaptation.share_65plus"],
            _ => UnitCosts.CouncilUnits(service, world),
        };
    }

    private static string Words(Service service) => service switch
    {
        Service.HomeCare => "home-care hours a week",
        Service.Residential => "residential places",
        Service.Nursing => "nursing places",
        Service.Reablement => "reablement places",
        Service.IntermediateCare => "intermediate-care beds",
        Service.CrisisResponse => "crisis-response posts",
        Service.SocialWork => "social-work posts",
        Service.LeadProfessionals => "caseload posts",
        _ => "pounds for adaptations",
    };

    private static string Show(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
