using MathNet.Numerics;

namespace CareFlowSim.Experiments;

/// <summary>The scale on which steps of a parameter are alike.</summary>
public enum ParameterScale
{
    /// <summary>Differences count.</summary>
    Linear,

    /// <summary>Ratios count; values above 0.</summary>
    Log,

    /// <summary>Ratios of odds count; values strictly between 0 and 1.</summary>
    Logit,
}

/// <summary>A parameter to be calibrated.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Low">Lowest value allowed, in the parameter's unit.</param>
/// <param name="High">Highest value allowed.</param>
/// <param name="Start">Value to start from.</param>
/// <param name="Scale">Scale on which the search moves.</param>
public sealed record CalibrationParameter(string Name, double Low, double High, double Start, ParameterScale Scale = ParameterScale.Linear)
{
    /// <summary>Place of a value on the parameter's scale: 0 at the low bound, 1 at the high one.</summary>
    public double ToUnit(double value) => (OnScale(value) - OnScale(Low)) / (OnScale(High) - OnScale(Low));

    /// <summary>The value at a place from 0 to 1; exactly a bound at either end.</summary>
    public double FromUnit(double unit) => unit <= 0 ? Low : unit >= 1 ? High : Math.Clamp(OffScale(OnScale(Low) + (unit * (OnScale(High) - OnScale(Low)))), Low, High);

    /// <summary>The value on the scale: itself, its logarithm or its log odds.</summary>
    internal double OnScale(double value) => Scale switch
    {
        ParameterScale.Log => Math.Log(value),
        ParameterScale.Logit => SpecialFunctions.Logit(value),
        _ => value,
    };

    /// <summary>Back from the scale to the parameter's unit.</summary>
    internal double OffScale(double value) => Scale switch
    {
        ParameterScale.Log => Math.Exp(value),
        ParameterScale.Logit => SpecialFunctions.Logistic(value),
        _ => value,
    };
}

/// <summary>A published figure the model is to meet. Tolerance and errors are standard deviations or distances in the target's unit.</summary>
/// <param name="Name">Name of the target.</param>
/// <param name="Value">The figure.</param>
/// <param name="Tolerance">Distance that counts as one unit of misfit; above 0.</param>
/// <param name="Weight">Weight in the loss; 0 only reports the target.</param>
/// <param name="ObservationError">Standard error of the figure; the tolerance unless given.</param>
/// <param name="Discrepancy">Standard deviation of what even the best parameters cannot meet, because the model is not the world.</param>
public sealed record CalibrationTarget(string Name, double Value, double Tolerance, double Weight = 1, double? ObservationError = null, double Discrepancy = 0)
{
    /// <summary>Fitted less published value, in units of the tolerance.</summary>
    public double Residual(double fitted) => (fitted - Value) / Tolerance;

    /// <summary>Observational variance and discrepancy together, in the target's unit squared.</summary>
    internal double Variance => ((ObservationError ?? Tolerance) * (ObservationError ?? Tolerance)) + (Discrepancy * Discrepancy);
}

/// <summary>What is to be calibrated to what.</summary>
public sealed record CalibrationProblem
{
    /// <summary>Puts parameters and targets together.</summary>
    /// <exception cref="ArgumentException">Something is wrong; the message lists all faults.</exception>
    public CalibrationProblem(IReadOnlyList<CalibrationParameter> parameters, IReadOnlyList<CalibrationTarget> targets)
    {
        IReadOnlyList<string> faults = Faults(parameters, targets);
        if (faults.Count > 0)
        {
            throw new ArgumentException($"The calibration has {faults.Count} fault(s): {string.Join("; ", faults)}.");
        }

        Parameters = [.. parameters];
        Targets = [.. targets];
    }

    /// <summary>The parameters, in the order of every list of values.</summary>
    public IReadOnlyList<CalibrationParameter> Parameters { get; }

    /// <summary>The targets, in the order of every list of fitted values.</summary>
    public IReadOnlyList<CalibrationTarget> Targets { get; }

    /// <summary>The values to start from.</summary>
    public double[] Start => [.. Parameters.Select(p => p.Start)];

    /// <summary>Everything that is wrong with parameters and targets, in words; empty when they are usable.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<CalibrationParameter> parameters, IReadOnlyList<CalibrationTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(targets);
        List<string> faults = [];
        if (parameters.Count == 0)
        {
            faults.Add("there is no parameter");
        }

        if (!targets.Any(t => t.Weight > 0))
        {
            faults.Add("there is no target with a weight above 0");
        }

        faults.AddRange(Twice(parameters.Select(p => p.Name)));
        faults.AddRange(Twice(targets.Select(t => t.Name)));
        foreach (CalibrationParameter p in parameters)
        {
            if (!(double.IsFinite(p.Low) && double.IsFinite(p.High) && p.Low < p.High))
            {
                faults.Add($"{p.Name}: the bounds {p.Low} and {p.High} must be finite and rise");
            }

            if (!(p.Start >= p.Low && p.Start <= p.High))
            {
                faults.Add($"{p.Name}: the start {p.Start} must lie between {p.Low} and {p.High}");
            }

            if (p.Scale == ParameterScale.Log && !(p.Low > 0))
            {
                faults.Add($"{p.Name}: the low bound {p.Low} must be above 0 on a log scale");
            }

            if (p.Scale == ParameterScale.Logit && !(p.Low > 0 && p.High < 1))
            {
                faults.Add($"{p.Name}: the bounds {p.Low} and {p.High} must lie strictly between 0 and 1 on a logit scale");
            }

            if (!Enum.IsDefined(p.Scale))
            {
                faults.Add($"{p.Name}: scale {(int)p.Scale} is not known");
            }
        }

        foreach (CalibrationTarget t in targets)
        {
            AddUnless(double.IsFinite(t.Value), $"{t.Name}: the value {t.Value} must be finite");
            AddUnless(t.Tolerance > 0 && double.IsFinite(t.Tolerance), $"{t.Name}: the tolerance {t.Tolerance} must be above 0");
            AddUnless(t.Weight >= 0 && double.IsFinite(t.Weight), $"{t.Name}: the weight {t.Weight} must be 0 or more");
            AddUnless(t.ObservationError is not { } e || (e >= 0 && double.IsFinite(e)), $"{t.Name}: the observation error {t.ObservationError} must be 0 or more");
            AddUnless(t.Discrepancy >= 0 && double.IsFinite(t.Discrepancy), $"{t.Name}: the discrepancy {t.Discrepancy} must be 0 or more");
        }

        return faults;

        void AddUnless(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }

    /// <summary>Weighted mean of squared residuals in units of the tolerance: 1 where every target is missed by its tolerance. Infinite where a fitted value is not a number.</summary>
    /// <param name="fitted">One value per target.</param>
    public double Loss(IReadOnlyList<double> fitted)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        double sum = 0;
        for (int t = 0; t < Targets.Count; t++)
        {
            double residual = Targets[t].Residual(fitted[t]);
            sum += Targets[t].Weight > 0 ? Targets[t].Weight * residual * residual : 0;
        }

        return double.IsNaN(sum) ? double.PositiveInfinity : sum / Targets.Sum(t => t.Weight);
    }

    /// <summary>Place of a parameter by its name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal int ParameterIndex(string name) => IndexOf([.. Parameters.Select(p => p.Name)], name, "parameter");

    /// <summary>Place of a target by its name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal int TargetIndex(string name) => IndexOf([.. Targets.Select(t => t.Name)], name, "target");

    private static int IndexOf(string[] names, string name, string what)
    {
        int index = Array.IndexOf(names, name);
        return index >= 0 ? index : throw new ArgumentException($"There is no {what} named {name}; there are {string.Join(", ", names)}.", nameof(name));
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(n => n).Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key)).Select(g => string.IsNullOrWhiteSpace(g.Key) ? "a name is empty" : $"{g.Key}: named {g.Count()} times");
}
