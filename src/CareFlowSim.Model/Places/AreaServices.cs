using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The lines of one area, in the order used by <see cref="WaitingLines"/>.</summary>
internal enum Line
{
    PackageHospital,
    PackageHome,
    Reablement,
    Intermediate,
    ResidentialHospital,
    ResidentialHome,
    NursingHospital,
    NursingHome,
}

/// <summary>What one area has in one run: its teams and stocks, its people's index numbers and its running counts.</summary>
internal sealed class AreaServices
{
    public const int Lines = 8;

    public AreaServices(Setup setup, ArmPlan plan, int area, int slot)
    {
        Area = area;
        Slot = slot;
        double scale = 1.0 / setup.Scenario.PeoplePerAgent;
        AreaNeeds needs = setup.Needs;
        double need = needs.HomeNeed[area];
        Outcome = new AreaOutcome(area, setup.Days);
        Totals = Outcome.Totals;
        Teams = new SlotServer[6];
        for (int t = 0; t < Teams.Length; t++)
        {
            bool crisis = t == (int)Team.CrisisResponse;
            ParameterTable p = setup.World.Parameters;
            double share = t == (int)Team.CareHomeAdmission ? (needs.Residential[area] + needs.Nursing[area]) / 2 : need;
            double[] units = new double[setup.Days];
            for (int d = 0; d < units.Length; d++)
            {
                units[d] = plan.Units[t][d] * share * scale;
            }

            int open = crisis ? (int)(p["response.open_hour"] * 3600) : 9 * 3600;
            int close = crisis ? (int)(p["response.close_hour"] * 3600) : 17 * 3600;
            Teams[t] = new SlotServer(new WorkCurve(units, open, close));
        }

        double[] shares = [needs.HomeCare[area], need, need, needs.Residential[area], needs.Nursing[area], need];
        Capacity = new int[6][];
        Pools = new ResourcePool[6];
        for (int s = 0; s < Pools.Length; s++)
        {
            Capacity[s] = new int[setup.Days];
            for (int d = 0; d < setup.Days; d++)
            {
                Capacity[s][d] = (int)Math.Round(Math.Max(0, plan.Stocks[s][d] * shares[s] * scale));
            }

            Pools[s] = new ResourcePool(Capacity[s][0]);
        }

        HomeCareIndex = needs.HomeCareIndex[area];
        CareHomeIndex = needs.CareHomeIndex[area];
        NursingSupply = needs.Nursing[area] / (needs.Nursing[area] + needs.Residential[area]);
        MortalityIndex = needs.MortalityIndex[area];
    }

    public int Area { get; }
    public int Slot { get; }
    /// <summary>The area's records: those of people to whom something can happen within the run.</summary>
    public int FirstRecord { get; set; }

    public int Records { get; set; }

    /// <summary>People alive throughout, to whom nothing can happen within the run: they have no record.</summary>
    public int Quiet { get; set; }
    public AreaOutcome Outcome { get; }

    /// <summary>The counts of the outcome.</summary>
    public long[] Totals { get; }

    public SlotServer[] Teams { get; }
    public ResourcePool[] Pools { get; }
    public int[][] Capacity { get; }

    /// <summary>Hours against need: a council with fewer hours gives smaller packages.</summary>
    public double HomeCareIndex { get; }
    public double CareHomeIndex { get; }

    /// <summary>Nursing places among the area's care-home places, England's share being one half.</summary>
    public double NursingSupply { get; }

    /// <summary>England's share of nursing among entries, shifted by what the area has: where there are few nursing places, fewer people are placed in one.</summary>
    public double NursingShare(double england) =>
        england * NursingSupply / ((england * NursingSupply) + ((1 - england) * (1 - NursingSupply)));
    public double MortalityIndex { get; }

    /// <summary>Running counts, read at midnight.</summary>
    public int InBed, Boarding, Fit, InIntermediate, Blocked, InReablement, Packages, Alive, Residents, NeedPackage, NeedCareHome;

    public int LineOf(Line line) => (Slot * Lines) + (int)line;

    public SlotServer TeamOf(Team team) => Teams[(int)team];

    public ResourcePool PoolOf(Stock stock) => Pools[(int)stock];
}

/// <summary>One acute site in one run.</summary>
internal sealed class SiteState
{
    public SiteState(int slot, int days)
    {
        Slot = slot;
        Outcome = new SiteOutcome(slot, new int[days], new int[days], new int[days]);
    }

    public int Slot { get; }
    public SiteOutcome Outcome { get; }
    public int Beds, InBed, Escalation;
}
