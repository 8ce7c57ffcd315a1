namespace CareFlowSim.Model;

/// <summary>What money buys and what its lack takes away in one arm, day by day, for England as a whole.</summary>
/// <remarks>Money turns into hours, places, beds and posts at unit costs, and only through them into anything that happens to people.</remarks>
internal sealed class Money
{
    private static readonly Service[] Services = Enum.GetValues<Service>();

    private readonly Setup _setup;
    private readonly ParameterTable _p;
    private readonly LeverDays _levers;
    private readonly double[] _costs;
    private readonly double[] _council;
    private readonly double[][] _pounds;

    public Money(Setup setup, LeverDays levers)
    {
        _setup = setup;
        _p = setup.World.Parameters;
        _levers = levers;
        _costs = [.. Services.Select(s => UnitCosts.PoundsPerYear(s, _p))];
        _council = [.. Services.Select(s => UnitCosts.CouncilUnits(s, setup.World) * _costs[(int)s])];
        _pounds = [.. Services.Select(_ => new double[setup.Days])];
        AcuteBedsClosed = new double[setup.Days];
        HeldBack = new double[setup.Days];
        for (int day = 0; day < setup.Days; day++)
        {
            Pool(day);
            Buy(day, l => l.SocialCarePrecept);
            Buy(day, l => l.ImprovedBetterCareFund);
            Cut(day);
        }
    }

    /// <summary>Acute beds closed because their money has left, by day.</summary>
    public double[] AcuteBedsClosed { get; }

    /// <summary>Pounds a year held back until results are known, by day: they buy nothing and close no bed.</summary>
    public double[] HeldBack { get; }

    /// <summary>Units of a service bought (above zero) or lost (below zero) on a day.</summary>
    public double Units(Service service, int day) => _pounds[(int)service][day] / _costs[(int)service];

    /// <summary>Pounds a year that buy a service on a day, after fees and what the workforce cannot supply.</summary>
    public double Pounds(Service service, int day) => _pounds[(int)service][day];

    /// <summary>Disabled Facilities Grant that holds on a day, pounds a year for people of all ages, without what other money adds.</summary>
    public double Grant(int day)
    {
        Adaptations? a = _levers.Find(day, l => l.Adaptations, out _);
        return _levers.Find(day, l => l.PooledBudget, out _)?.DisabledFacilitiesGrantPounds ?? a?.PoundsPerYear ?? a?.Grant switch
        {
            GrantYear.Year2013 => _p["adaptation.grant.2013_14"],
            GrantYear.Year2015 => _p["adaptation.grant.2015_16"],
            GrantYear.Year2019 => _p["adaptation.grant.2019_20"],
            _ => _p["adaptation.pounds_per_year"],
        };
    }

    /// <summary>Mean pounds per adaptation on a day.</summary>
    public double AdaptationCost(int day)
    {
        Adaptations? a = _levers.Find(day, l => l.Adaptations, out _);
        return a?.UnitCostPounds ?? a?.Grant switch
        {
            GrantYear.Year2013 => _p["adaptation.unit_cost.2013_14"],
            GrantYear.Year2019 => _p["adaptation.unit_cost.2019_20"],
            _ => _p["adaptation.unit_cost"],
        };
    }

    /// <summary>What the pool has beyond what is spent already, protected or held back buys services; beds close by what clinical commissioning groups have moved.</summary>
    private void Pool(int day)
    {
        if (_levers.Find(day, l => l.PooledBudget, out int start) is not { } pool)
        {
            return;
        }

        HeldBack[day] = AtRisk(day, pool);
        double free = pool.CcgPounds + pool.CouncilPounds - pool.AlreadySpentPounds - Protected(day, pool) - HeldBack[day];
        double ramp = _levers.Ramp(day, start, null, pool.RampUpDays);
        Spend(day, Math.Max(0, free) * ramp, 1, pool.Spend, pool.SupplyShare);

        double closed = pool.BedClosures.Where(c => _setup.Epoch.DayOf(c.Date) <= day).Sum(c => c.Share);
        AcuteBedsClosed[day] = closed * (pool.CcgPounds - HeldBack[day]) / (pool.PoundsPerBedYear ?? _p["cost.acute_bed_year"]);
    }

    private double AtRisk(int day, PooledBudget pool)
    {
        if (_levers.Find(day, l => l.PaymentForPerformance, out _) is not { } rule)
        {
            return 0;
        }

        PerformanceTerms terms = rule.Terms(_p);
        return Math.Min(pool.CcgPounds, terms.PotPounds * terms.OnResultsShare) * (1 - rule.SpentInAdvanceShare) * Managed(day);
    }

    /// <summary>Share of England still under the Fund's management.</summary>
    private double Managed(int day) => 1 - (_levers.Value(day, l => l.Graduation) ?? 0);

    private double Protected(int day, PooledBudget? pool) => (pool?.ProtectionPounds ?? 0) * Managed(day);

    private void Buy(int day, Func<Levers, SocialCareMoney?> of)
    {
        if (_levers.Find(day, of, out int start) is not { } money)
        {
            return;
        }

        double pounds = money.PoundsPerYear * (1 - (money.FeeShare ?? _p["council.fee_share"])) * _levers.Ramp(day, start, money.From, money.RampUpDays);
        Spend(day, pounds, money.OlderPeopleShare ?? _p["council.older_people_share"], money.Spend, money.SupplyShare);
    }

    /// <summary>Adds a sum to the services it buys. Grants for adaptations have their own share of older people and need no care workers.</summary>
    private void Spend(int day, double pounds, double olderPeople, Spending spending, double? supplyShare)
    {
        double supply = supplyShare ?? _p["council.supply_share"];
        foreach (Service s in Services)
        {
            _pounds[(int)s][day] += pounds * spending.Of(s) * (s == Service.Adaptations ? 1 : olderPeople * supply);
        }
    }

    /// <summary>Cuts take services away, as far as protection in the pool does not fill them.</summary>
    private void Cut(int day)
    {
        if (_levers.Find(day, l => l.CouncilCuts, out int start) is not { } cuts)
        {
            return;
        }

        double older = cuts.OlderPeopleShare ?? _p["council.older_people_share"];
        double paid = _council.Sum();
        double cut = (cuts.PoundsPerYear * older * _levers.Ramp(day, start, cuts.From, cuts.RampUpDays))
            + (paid * (1 - Math.Pow(1 - cuts.SharePerYear, _levers.Years(day, start, cuts.From))));
        cut = Math.Max(0, cut - (Protected(day, _levers.Find(day, l => l.PooledBudget, out _)) * older));
        foreach (Service s in Services)
        {
            // The cut is older people's; grants are counted for all ages.
            double share = cuts.FallsOn?.Of(s) ?? (_council[(int)s] / paid);
            _pounds[(int)s][day] -= cut * share / (s == Service.Adaptations ? _p["adaptation.share_65plus"] : 1);
        }
    }
}
