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
        AreaNeeds needs = setup.Needs;
        Outcome = new AreaOutcome(area, setup.Days);
        Totals = Outcome.Totals;
        Capacity = CapacityOf(setup, plan);
        Turning = new int[setup.Days + 1];
        Teams = [.. CurvesOf(setup, plan).Select(c => new SlotServer(c))];
        Pools = [.. Capacity.Select(c => new ResourcePool(c[0]))];
        HomeCareIndex = needs.HomeCareIndex[area];
        CareHomeIndex = needs.CareHomeIndex[area];
        NursingSupply = needs.Nursing[area] / (needs.Nursing[area] + needs.Residential[area]);
        MortalityIndex = needs.MortalityIndex[area];
        Practice = new AreaPractice(setup.Parameters, setup.World.AreaCalibration.Count > 0 ? setup.World.AreaCalibration[area] : AreaMultipliers.One);
    }

    /// <summary>Makes a copy of an area in the middle of a run.</summary>
    public AreaServices(AreaServices other)
    {
        Area = other.Area;
        Slot = other.Slot;
        Outcome = new AreaOutcome(other.Outcome);
        Totals = Outcome.Totals;
        Capacity = other.Capacity;
        Turning = other.Turning;
        Teams = [.. other.Teams.Select(t => new SlotServer(t))];
        Pools = [.. other.Pools.Select(p => new ResourcePool(p))];
        HomeCareIndex = other.HomeCareIndex;
        CareHomeIndex = other.CareHomeIndex;
        NursingSupply = other.NursingSupply;
        MortalityIndex = other.MortalityIndex;
        Practice = other.Practice;
        (FirstRecord, Records, Quiet) = (other.FirstRecord, other.Records, other.Quiet);
        (InBed, Boarding, Fit, InIntermediate, Blocked) = (other.InBed, other.Boarding, other.Fit, other.InIntermediate, other.Blocked);
        (InReablement, Packages, Alive, Residents) = (other.InReablement, other.Packages, other.Alive, other.Residents);
        (NeedPackage, NeedCareHome) = (other.NeedPackage, other.NeedCareHome);
    }

    public int Area { get; }
    public int Slot { get; }
    /// <summary>The area's records: those of people to whom something can happen within the run.</summary>
    public int FirstRecord { get; set; }

    public int Records { get; set; }

    /// <summary>By day, those who turn 65 on it and to whom nothing can happen afterwards; the last place is for those who turn 65 after the run.</summary>
    public int[] Turning { get; }

    /// <summary>People alive now to whom nothing can happen within the run: they have no record.</summary>
    public int Quiet { get; set; }
    public AreaOutcome Outcome { get; }

    /// <summary>The counts of the outcome.</summary>
    public long[] Totals { get; }

    public SlotServer[] Teams { get; }
    public ResourcePool[] Pools { get; }
    public int[][] Capacity { get; private set; }

    /// <summary>Hours against need: a council with fewer hours gives smaller packages.</summary>
    public double HomeCareIndex { get; }
    public double CareHomeIndex { get; }

    /// <summary>Nursing places among the area's care-home places, England's share being one half.</summary>
    public double NursingSupply { get; }

    /// <summary>England's share of nursing among entries, shifted by what the area has: where there are few nursing places, fewer people are placed in one.</summary>
    public double NursingShare(double england) =>
        england * NursingSupply / ((england * NursingSupply) + ((1 - england) * (1 - NursingSupply)));
    public double MortalityIndex { get; }

    /// <summary>Times and shares of the area's own.</summary>
    public AreaPractice Practice { get; }

    /// <summary>Running counts, read at midnight.</summary>
    public int InBed, Boarding, Fit, InIntermediate, Blocked, InReablement, Packages, Alive, Residents, NeedPackage, NeedCareHome;

    /// <summary>Follows another plan from now on, which agrees with the one before until now.</summary>
    public void Follow(Setup setup, ArmPlan plan)
    {
        Capacity = CapacityOf(setup, plan);
        WorkCurve[] curves = CurvesOf(setup, plan);
        for (int t = 0; t < Teams.Length; t++)
        {
            Teams[t].Follow(curves[t]);
        }
    }

    public int LineOf(Line line) => (Slot * Lines) + (int)line;

    public SlotServer TeamOf(Team team) => Teams[(int)team];

    public ResourcePool PoolOf(Stock stock) => Pools[(int)stock];

    private WorkCurve[] CurvesOf(Setup setup, ArmPlan plan)
    {
        AreaNeeds needs = setup.Needs;
        CareParameters p = setup.Parameters;
        WorkCurve[] curves = new WorkCurve[plan.Units.Length];
        double[] units = new double[setup.Days];
        for (int t = 0; t < curves.Length; t++)
        {
            bool crisis = t == (int)Team.CrisisResponse;
            double share = t == (int)Team.CareHomeAdmission ? (needs.Residential[Area] + needs.Nursing[Area]) / 2 : needs.HomeNeed[Area];
            for (int d = 0; d < units.Length; d++)
            {
                units[d] = plan.Units[t][d] * share / setup.Scenario.PeoplePerAgent;
            }

            curves[t] = new WorkCurve(units, crisis ? p.ResponseOpens : ArmPlan.OpenFrom, crisis ? p.ResponseCloses : ArmPlan.OpenUntil);
        }

        return curves;
    }

    private int[][] CapacityOf(Setup setup, ArmPlan plan)
    {
        AreaNeeds needs = setup.Needs;
        double need = needs.HomeNeed[Area];
        double[] shares = [needs.HomeCare[Area], need, need, needs.Residential[Area], needs.Nursing[Area], need];
        int[][] capacity = new int[shares.Length][];
        for (int s = 0; s < shares.Length; s++)
        {
            capacity[s] = new int[setup.Days];
            for (int d = 0; d < setup.Days; d++)
            {
                capacity[s][d] = (int)Math.Round(Math.Max(0, plan.Stocks[s][d] * shares[s] / setup.Scenario.PeoplePerAgent));
            }
        }

        return capacity;
    }
}

/// <summary>One acute site in one run.</summary>
internal sealed class SiteState
{
    public SiteState(int slot, int days)
    {
        Slot = slot;
        Outcome = new SiteOutcome(slot, new int[days], new int[days], new int[days]);
    }

    /// <summary>Makes a copy of a site in the middle of a run.</summary>
    public SiteState(SiteState other)
    {
        Slot = other.Slot;
        Outcome = other.Outcome.Copy();
        (Beds, InBed, Escalation) = (other.Beds, other.InBed, other.Escalation);
    }

    public int Slot { get; }
    public SiteOutcome Outcome { get; }
    public int Beds, InBed, Escalation;
}
