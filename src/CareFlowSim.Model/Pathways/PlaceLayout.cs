using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>A place laid out for running. Arrays go by class.</summary>
internal sealed class PlaceLayout
{
    /// <summary>Capacity where there is no limit.</summary>
    public const int NoLimit = int.MaxValue / 2;

    private readonly int[] _firstUnits;
    private readonly int[] _lastUnits;

    public PlaceLayout(PathwayLayout layout, PathwayPlace place, int index, Dictionary<string, int> targets)
    {
        Index = index;
        Visits = place.Kind == PlaceKind.Visits;
        Scale = Visits ? PathwayLayout.UnitsPerVisit : 1;
        Steps = place.Capacity.IsUnlimited ? new CapacitySteps([(0, NoLimit)]) : layout.Epoch.Steps(place.Capacity, Scale);
        IsLimited = !place.Capacity.IsUnlimited;
        string[] classes = [.. layout.Classes];
        StayRule[] rules = [.. classes.Select(c => PathwayLayout.RuleOf(place.Stays, s => s.Class, c) ?? place.Stays[0])];
        Stays = [.. rules.Select(r => layout.Samplers.Of(r.LengthOfStay))];
        _firstUnits = [.. rules.Select(r => Visits ? UnitsOf(r.Visits!.FirstPerDay) : 1)];
        _lastUnits = [.. rules.Select(r => Visits ? UnitsOf(r.Visits!.LastPerDay) : 1)];
        QueueLimit = place.QueueLimit ?? int.MaxValue;
        TurnedAwayTo = targets[place.TurnedAwayTo];
        LeftTo = targets[place.LeftTo];
        Rank = [.. classes.Select(c => place.Priority.Contains(c) ? place.Priority.ToList().IndexOf(c) : place.Priority.Count)];
        Ranks = place.Priority.Count + 1;
        Patience = [.. classes.Select(c => PathwayLayout.RuleOf(place.Patience, p => p.Class, c) is { } rule ? layout.Samplers.Of(rule.Patience) : null)];
        MeanSecondsToDeath = [.. classes.Select(c => PathwayLayout.RuleOf(place.Deaths, d => d.Class, c) is { PerDay: > 0 } rule ? Clock.SecondsPerDay / rule.PerDay : 0)];
        Boards = place.WaitingSpot == WaitingSpot.PreviousPlace;
        Transfer = place.TransferDelay is { } delay ? layout.Samplers.Of(delay) : null;
        Admission = place.AdmissionHours is { } hours ? layout.Epoch.Curve(hours) : null;
        Reserves = place.ReserveDuringTransfer;
        Ways = layout.WaysFrom(place.Name, targets);
        Costs = place.Costs;
        UnitSeconds = IsLimited ? Area(layout.Epoch) : double.NaN;
    }

    public int Index { get; }

    public bool Visits { get; }

    /// <summary>Units of a bed, or of a visit per day.</summary>
    public int Scale { get; }

    public CapacitySteps Steps { get; }

    public bool IsLimited { get; }

    public DaySampler[] Stays { get; }

    public int QueueLimit { get; }

    public int TurnedAwayTo { get; }

    public int LeftTo { get; }

    public int[] Rank { get; }

    public int Ranks { get; }

    public DaySampler?[] Patience { get; }

    /// <summary>0 where nobody dies waiting.</summary>
    public double[] MeanSecondsToDeath { get; }

    public bool Boards { get; }

    public DaySampler? Transfer { get; }

    public WorkCurve? Admission { get; }

    public bool Reserves { get; }

    public WayLayout[] Ways { get; }

    public PlaceCosts Costs { get; }

    /// <summary>Units times seconds there are in the measured period; NaN without limit.</summary>
    public double UnitSeconds { get; }

    /// <summary>Units that a class needs to come in.</summary>
    public int FirstUnits(int @class) => _firstUnits[@class];

    /// <summary>Units needed on a day of an episode, from day 0 on, of so many days.</summary>
    public int UnitsOn(int @class, int day, int days) => days <= 1
        ? _firstUnits[@class]
        : _firstUnits[@class] - (int)((long)(_firstUnits[@class] - _lastUnits[@class]) * day / (days - 1));

    /// <summary>When somebody may come in who is ready at a time.</summary>
    public int NextAdmission(int time) => Admission is { } curve ? curve.NextOpen(time) : time;

    /// <summary>The next moment after a time at which the hours of admission begin or the capacity changes.</summary>
    public int NextChange(int time)
    {
        int change = Steps.NextChange(time);
        if (Admission is null || Reserves)
        {
            return change;
        }

        int opening = Admission.NextOpen(time + 1);
        return Math.Min(change, opening > time + 1 ? opening : Admission.NextOpen(((time / Clock.SecondsPerDay) + 1) * Clock.SecondsPerDay));
    }

    private static int UnitsOf(double perDay) => (int)Math.Round(perDay * PathwayLayout.UnitsPerVisit);

    private double Area(PathwayEpoch epoch)
    {
        double sum = 0;
        int at = epoch.WarmUpDays * Clock.SecondsPerDay;
        while (at < epoch.End)
        {
            int next = Math.Min(epoch.End, Steps.NextChange(at));
            sum += (double)Steps.At(at) * (next - at);
            at = next;
        }

        return sum;
    }
}
