namespace CareFlowSim.Model;

/// <summary>Payment for performance: part of a pooled budget is paid on fewer emergency admissions; what is not paid stays with hospitals.</summary>
/// <remarks>Figures left out are those of the design, from the world's table. What is paid follows from the simulated admissions and is computed from the results.</remarks>
public sealed record PerformanceRule
{
    /// <summary>The design whose figures hold where none are given.</summary>
    public required PaymentDesign Design { get; init; }

    /// <summary>The pot, pounds a year over England; null takes the design's.</summary>
    public double? PotPounds { get; init; }

    /// <summary>Share of the pot paid on results (0 to 1); the rest is paid on conditions that every area meets. Null takes the design's.</summary>
    public double? OnResultsShare { get; init; }

    /// <summary>Fall in emergency admissions of all ages that earns the whole pot (0.035 is 3.5 %); null takes the design's.</summary>
    public double? TargetReduction { get; init; }

    /// <summary>Growth of emergency admissions a year that the rule does not forgive, because it compares with the year before; null takes the world's growth of demand.</summary>
    public double? BackgroundGrowthPerYear { get; init; }

    /// <summary>Share of the money at risk that the pooled budget spends before results are known (0 to 1). The rest buys nothing and closes no bed.</summary>
    public double SpentInAdvanceShare { get; init; }

    /// <summary>The figures of the rule in a world.</summary>
    public PerformanceTerms Terms(ParameterTable parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        string design = Design switch
        {
            PaymentDesign.Design2013 => "2013",
            PaymentDesign.Design2014 => "2014",
            _ => "final",
        };
        return new PerformanceTerms(
            PotPounds ?? parameters["payment.pot." + design],
            OnResultsShare ?? parameters["payment.on_results_share." + design],
            TargetReduction ?? parameters["payment.target." + design]);
    }
}

/// <summary>The three designs of payment for performance in the Better Care Fund.</summary>
public enum PaymentDesign
{
    /// <summary>Announced in 2013: £1 billion, three quarters of it on results.</summary>
    Design2013,

    /// <summary>Redesigned in July 2014: £253 million on emergency admissions, expected to fall by 3.5 %.</summary>
    Design2014,

    /// <summary>The same pot with the plans as finally revised in 2015: 106,000 fewer admissions.</summary>
    Final,
}

/// <summary>Payment for performance in figures.</summary>
/// <param name="PotPounds">Pounds a year over England.</param>
/// <param name="OnResultsShare">Share of the pot paid on results (0 to 1).</param>
/// <param name="TargetReduction">Fall in emergency admissions of all ages that earns the whole pot (a share).</param>
public sealed record PerformanceTerms(double PotPounds, double OnResultsShare, double TargetReduction);

/// <summary>The targets of 2017 for delayed transfers. They free no bed by themselves: scrutiny may shorten the steps that officials can hurry.</summary>
/// <remarks>Delay that comes from missing hours, places or assessors is not touched. No controlled estimate exists, so the world's default is no effect.</remarks>
public sealed record DelayedTransferTargets
{
    /// <summary>Share of occupied bed days that delays were expected to take at most (0 to 1): only compared with the results. Null takes the world's parameter.</summary>
    public double? ExpectedShare { get; init; }

    /// <summary>Share of the assessment's own time saved by scrutiny (0 to 1); null takes the world's parameter.</summary>
    public double? AssessmentTimeSaved { get; init; }

    /// <summary>Share of the funding decision's time saved by scrutiny (0 to 1); null takes the world's parameter.</summary>
    public double? FundingTimeSaved { get; init; }

    /// <summary>The day on which scrutiny starts; null means the start of the policy.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>A cap on what people pay for their care: more of them wait for a funding decision by the council.</summary>
public sealed record CareCap
{
    /// <summary>Share of people who paid for themselves and now need the council's decision (0 to 1). The cap never came into force: no evidence, so it must be given.</summary>
    public required double NewlyEntitledShare { get; init; }
}

/// <summary>Who decides on the joint money, and so how long funding decisions and disputes between organisations go on.</summary>
public enum Governance
{
    /// <summary>One body buys for both health and care (as in North East Lincolnshire).</summary>
    LeadCommissioner,

    /// <summary>The budget is devolved to the place (as in Greater Manchester).</summary>
    Devolved,
}
