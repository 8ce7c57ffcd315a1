using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The tables of the summary about money levers: what they buy, what payment for performance comes to, and whether the target for delayed transfers is met. Empty where no arm has one.</summary>
internal static class MoneySummary
{
    private const double Million = 1e6;

    public static IReadOnlyList<SummarySection> Of(ExperimentResult result)
    {
        List<SummarySection> sections = [];
        MoneyBought[] bought = [.. Enumerable.Range(0, result.Arms).Select(result.Setup.MoneyOf)];
        if (bought.Any(b => b.Any))
        {
            sections.Add(Bought(result, bought));
        }

        (string Arm, PerformancePayment Payment)[] payments =
        [
            .. Enumerable.Range(0, result.Arms)
                .Select(arm => (result.Setup.Arms[arm].Name, PaymentForPerformance.Of(result, arm)))
                .Where(p => p.Item2 is not null)!,
        ];
        if (payments.Length > 0)
        {
            sections.Add(Payments(payments));
        }

        (string Arm, DelayedTransferTarget Target)[] targets =
        [
            .. Enumerable.Range(0, result.Arms)
                .Select(arm => (result.Setup.Arms[arm].Name, DelayedTransferTarget.Of(result, arm)))
                .Where(t => t.Item2 is not null)!,
        ];
        if (targets.Length > 0)
        {
            sections.Add(Targets(targets));
        }

        return sections;
    }

    private static SummarySection Bought(ExperimentResult result, MoneyBought[] bought)
    {
        List<string[]> rows = [];
        for (int arm = 0; arm < bought.Length; arm++)
        {
            foreach (ServiceBought b in bought[arm].Services)
            {
                Add(arm, Words(b.Service), b.Service == Service.Adaptations ? "" : Signed(b.Units), Signed(b.PoundsPerYear / Million));
            }

            if (bought[arm].AcuteBedsClosed != 0)
            {
                Add(arm, "acute beds", Signed(-bought[arm].AcuteBedsClosed), "");
            }

            if (bought[arm].HeldBackPounds != 0)
            {
                Add(arm, "held back for performance", "", Figures.Number(bought[arm].HeldBackPounds / Million, 1));
            }
        }

        return new SummarySection(
            "What money levers buy and take away",
            ["arm", "service", "units", "£ million a year"],
            rows,
            "England's totals, of which the chosen areas have their share: mean over the measured days, after fees and what the workforce cannot supply. "
                + "The grant for adaptations and capacities that a scenario sets by number are not in it.");

        void Add(int arm, string what, string units, string pounds) => rows.Add([result.Setup.Arms[arm].Name, what, units, pounds]);

        static string Signed(double value) => Figures.Signed(value, Figures.Decimals([value]));
    }

    private static SummarySection Payments((string Arm, PerformancePayment Payment)[] payments)
    {
        int decimals = payments.Max(p => p.Payment.PotPounds) >= 10 * Million ? 1 : 3;
        return new SummarySection(
            "Payment for performance, £ million",
            ["arm", "pot", "target fall", "achieved fall", "paid", "stays with hospitals"],
            [
                .. payments.Select(p => (string[])
                [
                    p.Arm,
                    Figures.Number(p.Payment.PotPounds / Million, decimals),
                    Figures.Percent(p.Payment.TargetReduction, 1, 2),
                    Figures.Percent(p.Payment.AchievedReduction, 1, 2),
                    Figures.Number(p.Payment.PaidPounds / Million, decimals),
                    Figures.Number(p.Payment.UnpaidPounds / Million, decimals),
                ]),
            ],
            "For the measured period and the chosen areas. The fall is that of emergency admissions of all ages against the year before: "
                + "people 65+ count by their share, younger people's admissions are taken as unchanged.");
    }

    private static SummarySection Targets((string Arm, DelayedTransferTarget Target)[] targets) => new(
        "Target for delayed transfers, share of occupied bed days",
        ["arm", "expected at most", "simulated", "met"],
        [
            .. targets.Select(t => (string[])
                [t.Arm, Figures.Percent(t.Target.Expected, 1, 2), Figures.Percent(t.Target.Simulated, 1, 2), t.Target.Met ? "yes" : "no"]),
        ],
        "Recorded delays of adults in acute beds, mean over the measured days, against general and acute beds occupied in the base year. "
            + "The official share also counts delays outside acute hospitals, and so is higher.");

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
        _ => "home adaptations",
    };
}
