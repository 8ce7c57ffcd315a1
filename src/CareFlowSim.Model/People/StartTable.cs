using System.Runtime.CompilerServices;
namespace CareFlowSim.Model;

/// <summary>
/// Where people of each kind are at the start of a run in one area, and which first thresholds can matter within the run at all.
/// Most people meet nothing in a year and are never touched again.
/// </summary>
internal sealed class StartTable
{
    private const int Kinds = RateTables.Ages * 2 * 4 * 2;
    private const double Words = 4294967296.0;
    private static readonly double[] IntermediateWeight = [0.3, 0.7, 1.2, 1.5];
    private readonly uint[] _setting = new uint[Kinds * 5];
    private readonly StartCuts[] _cuts = new StartCuts[RateTables.Ages * 2];

    public StartTable(Setup setup, ArmPlan plan, AreaServices area)
    {
        Weights w = Sum(setup, area);
        for (int row = 0; row < RateTables.Ages; row++)
        {
            for (int sex = 0; sex < 2; sex++)
            {
                for (int f = 0; f < 4; f++)
                {
                    for (int alone = 0; alone < 2; alone++)
                    {
                        FillSetting(setup, area, w, row, sex == 1, (Frailty)f, alone == 1);
                    }
                }

                _cuts[(row * 2) + sex] = CutsOf(setup, plan, area, row, sex == 1);
            }
        }

        AdaptationShare = w.Frail > 0 ? AdaptationsADay(setup, area) * setup.Parameters.AdaptationWait / w.Frail : 0;
        CaseloadShare = w.Frail > 0 ? 0.95 * area.PoolOf(Stock.Caseload).Capacity / w.Frail : 0;
    }

    /// <summary>Share of moderately and severely frail people at home who are on a caseload at the start.</summary>
    public double CaseloadShare { get; }

    /// <summary>Share of moderately and severely frail people at home whose adaptation was decided before the start.</summary>
    public double AdaptationShare { get; }

    /// <summary>Where a person is at the start: a word of chance decides.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StartPlace PlaceOf(int row, bool female, Frailty frailty, bool alone, uint word)
    {
        ReadOnlySpan<uint> cell = _setting.AsSpan(Kind(row, female, frailty, alone) * 5, 5);
        for (int i = 0; i < 5; i++)
        {
            if (word < cell[i])
            {
                return (StartPlace)(i + 1);
            }
        }

        return StartPlace.Home;
    }

    /// <summary>The words that decide about people of an age and sex.</summary>
    public ref readonly StartCuts Cuts(int row, bool female) => ref _cuts[(row * 2) + (female ? 1 : 0)];

    private static uint Word(double share) => (uint)Math.Clamp(share * Words, 0, Words - 1);

    private StartCuts CutsOf(Setup setup, ArmPlan plan, AreaServices area, int row, bool female)
    {
        Span<uint> fit = stackalloc uint[4];
        Span<uint> mild = stackalloc uint[4];
        FillQuiet(fit, setup, plan, area, row, female, Frailty.Fit);
        FillQuiet(mild, setup, plan, area, row, female, Frailty.Mild);
        double severe = setup.Rates.Share(row, Frailty.Severe);
        double moderate = severe + setup.Rates.Share(row, Frailty.Moderate);
        return new StartCuts
        {
            Severe = Word(severe),
            Moderate = Word(moderate),
            Mild = Word(moderate + setup.Rates.Share(row, Frailty.Mild)),
            Alone = Word(setup.Parameters.LivingAlone[CareParameters.Band(row)]),
            AwayFit = Away(Frailty.Fit, false),
            AwayFitAlone = Away(Frailty.Fit, true),
            AwayMild = Away(Frailty.Mild, false),
            AwayMildAlone = Away(Frailty.Mild, true),
            Fit0 = fit[0],
            Fit1 = fit[1],
            Fit2 = fit[2],
            Fit3 = fit[3],
            Mild0 = mild[0],
            Mild1 = mild[1],
            Mild2 = mild[2],
            Mild3 = mild[3],
        };

        uint Away(Frailty frailty, bool alone) => _setting[(Kind(row, female, frailty, alone) * 5) + 4];
    }

    /// <summary>As in the baseline, so that all arms start alike.</summary>
    private static double AdaptationsADay(Setup setup, AreaServices area) =>
        setup.Plans[0].Units[(int)Team.Adaptation].Take(28).Average() * setup.Needs.HomeNeed[area.Area] / setup.Scenario.PeoplePerAgent;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Kind(int row, bool female, Frailty frailty, bool alone) =>
        (((((row * 2) + (female ? 1 : 0)) * 4) + (int)frailty) * 2) + (alone ? 1 : 0);

    private static double PackageWeight(CareParameters p, int row, Frailty frailty, bool alone) =>
        p.PackageUsers[(int)frailty] * (row >= 15 ? 1.5 : 1) * (alone ? 1.3 : 0.85);

    /// <summary>Acute bed days a year that a person of this kind takes.</summary>
    private static double BedDays(Setup setup, int row, bool female, Frailty frailty)
    {
        CareParameters p = setup.Parameters;
        int band = CareParameters.Band(row);
        double longer = (1 - p.ZeroDay[band]) * (1 - p.OneDay);
        double days = longer * ((p.Treatment[band] * p.StayRatio[(int)frailty] * 1.06) + 2);
        return setup.Rates.Crisis(row, female, frailty) * 1.15 * p.AdmittedShare[band] * days;
    }

    /// <summary>Expected sums over the area's people, which turn weights into shares.</summary>
    private static Weights Sum(Setup setup, AreaServices area)
    {
        RateTables rates = setup.Rates;
        CareParameters p = setup.Parameters;
        Weights sum = default;
        foreach (Cohort cohort in PopulationBuilder.Cohorts(setup, area.Area))
        {
            if (cohort.Age < 65)
            {
                continue;
            }

            int ages = cohort.Age < 90 ? 1 : 16;
            double before = 0;
            for (int i = 0; i < ages; i++)
            {
                double people = ages == 1 ? cohort.Count : cohort.Count * (rates.Over90(cohort.Female)[i] - before);
                before = ages == 1 ? 0 : rates.Over90(cohort.Female)[i];
                int row = RateTables.Row(cohort.Age + i);
                double alone = p.LivingAlone[CareParameters.Band(row)];
                for (int f = 0; f < 4; f++)
                {
                    Frailty frailty = (Frailty)f;
                    double share = people * rates.Share(row, frailty);
                    double home = share * (1 - rates.ResidentShare(row, frailty));
                    sum.Residents += share * rates.ResidentShare(row, frailty);
                    sum.Packages += home * 10 * p.PackageHours[f] * area.HomeCareIndex
                        * ((alone * PackageWeight(p, row, frailty, true)) + ((1 - alone) * PackageWeight(p, row, frailty, false)));
                    sum.Intermediate += home * IntermediateWeight[f] * rates.Admission(row);
                    sum.Frail += frailty >= Frailty.Moderate ? home : 0;
                }
            }
        }

        return sum;
    }

    private void FillSetting(Setup setup, AreaServices area, in Weights w, int row, bool female, Frailty frailty, bool alone)
    {
        double care = (area.PoolOf(Stock.Residential).Capacity + area.PoolOf(Stock.Nursing).Capacity) / (1 + setup.World.Parameters["care_home.spare_share"]);
        double intermediate = Ratio(IntermediateWeight[(int)frailty] * setup.Rates.Admission(row), w.Intermediate);
        ReadOnlySpan<double> shares =
        [
            Ratio(setup.Rates.ResidentShare(row, frailty) * care, w.Residents),
            BedDays(setup, row, female, frailty) / 365.25,
            0.93 * area.PoolOf(Stock.Intermediate).Capacity * intermediate,
            Ratio(PackageWeight(setup.Parameters, row, frailty, alone) * 0.985 * area.PoolOf(Stock.HomeCareTenths).Capacity, w.Packages),
            0.9 * area.PoolOf(Stock.Reablement).Capacity * intermediate,
        ];
        double left = 1;
        double until = 0;
        for (int i = 0; i < 5; i++)
        {
            double share = left * Math.Min(0.95, shares[i]);
            left -= share;
            until += share;
            _setting[(Kind(row, female, frailty, alone) * 5) + i] = (uint)Math.Min(Words - 1, until * Words);
        }
    }

    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;

    /// <summary>The word below which a threshold lies beyond the most that its clock can run: the highest speed of the ages met, all the time.</summary>
    private static void FillQuiet(Span<uint> words, Setup setup, ArmPlan plan, AreaServices area, int row, bool female, Frailty frailty)
    {
        RateTables rates = setup.Rates;
        double years = setup.Days / 365.25;
        int last = Math.Min(RateTables.Ages - 1, row + (int)Math.Ceiling(years) + 1);
        Span<double> most = stackalloc double[4];
        for (int r = row; r <= last; r++)
        {
            double deaths = plan.DeathExposure[CareParameters.Band(r)].Total / 365.25;
            double recovery = frailty == Frailty.Fit ? 0 : setup.Parameters.RecoveryPerYear;
            most[0] = Math.Max(most[0], rates.Crisis(r, female, frailty) * Math.Max(setup.MostCrises, plan.CrisisExposure.Total) / 365.25);
            most[1] = Math.Max(most[1], rates.Death(r, female, frailty) * area.MortalityIndex * deaths);
            most[2] = Math.Max(most[2], (rates.StepUp(r, frailty) + recovery) * years);
            most[3] = Math.Max(most[3], rates.CareHomeNeed(r, frailty) * area.CareHomeIndex * years);
        }

        // A birthday splits a year between two death tables: the sum of parts stays below the larger whole, but for rounding.
        for (int i = 0; i < 4; i++)
        {
            words[i] = (uint)(Math.Exp(-most[i] * 1.02) * (Words - 1));
        }
    }

    private struct Weights
    {
        public double Residents, Packages, Intermediate, Frail;
    }
}

/// <summary>Where a person is when a run starts.</summary>
internal enum StartPlace
{
    Home,
    CareHome,
    Acute,
    Intermediate,
    Package,
    Reablement,
}
