namespace CareFlowSim.Experiments;

/// <summary>Whether a lever can make a claim come true.</summary>
public enum RequirementOutcome
{
    /// <summary>The response meets the claim within the range, to the stated tolerance.</summary>
    Reached,

    /// <summary>The response stays on one side of the claim at both ends of the range; the better end is given.</summary>
    OutOfRange,

    /// <summary>The trials were used up before the tolerance was met; the best trial is given.</summary>
    NotSettled,
}

/// <summary>One value of the lever that was tried.</summary>
/// <param name="Lever">The value, in the lever's unit.</param>
/// <param name="Response">The response to it.</param>
public sealed record LeverTrial(double Lever, Estimate Response);

/// <summary>How exactly the lever is looked for.</summary>
/// <param name="LeverTolerance">Width at which the bracket of the lever is narrow enough, in the lever's unit; above 0.</param>
/// <param name="ResponseTolerance">Distance from the claim that counts as met, in the response's unit; 0 or more.</param>
/// <param name="MaxTrials">Most responses asked for, 3 or more.</param>
public sealed record RequirementOptions(double LeverTolerance, double ResponseTolerance = 0, int MaxTrials = 40);

/// <summary>
/// What would have to be true: the value of a lever at which a response reaches a claim. The response must rise or fall with the lever throughout and
/// be asked on common random numbers, so that the same value always gives the same response; small steps and flats do no harm.
/// Method: a bracket narrowed by turns through regula falsi with halving (the Illinois rule, Dowell and Jarratt 1971) and bisection, so that it shrinks
/// to the tolerance even where the response jumps.
/// </summary>
public sealed record RequiredLever
{
    private RequiredLever()
    {
    }

    /// <summary>Whether the claim is reached.</summary>
    public required RequirementOutcome Outcome { get; init; }

    /// <summary>The claim, in the response's unit.</summary>
    public required double Claim { get; init; }

    /// <summary>The value of the lever, or the one that comes nearest.</summary>
    public required double Lever { get; init; }

    /// <summary>The response there.</summary>
    public required Estimate Response { get; init; }

    /// <summary>The last bracket: the response is on one side of the claim at its low end and on the other at its high end. The whole range when out of range.</summary>
    public required Interval Bracket { get; init; }

    /// <summary>
    /// Interval of the lever for Monte Carlo error: where the ends of the response's interval meet the claim, on straight lines between trials.
    /// An end that is not met in the range is NaN.
    /// </summary>
    public required Interval LeverInterval { get; init; }

    /// <summary>Whether the responses of all trials rise throughout, or fall throughout. If not, look at the trials: noise, or a response this method is not for.</summary>
    public required bool Monotone { get; init; }

    /// <summary>All trials in the order made.</summary>
    public required IReadOnlyList<LeverTrial> Trials { get; init; }

    /// <summary>Looks for the value of a lever.</summary>
    /// <param name="response">The response to a value of the lever; must give the same answer when asked again.</param>
    /// <param name="claim">The response wanted.</param>
    /// <param name="low">Low end of the range, in the lever's unit.</param>
    /// <param name="high">High end of the range.</param>
    /// <param name="options">Tolerances and budget.</param>
    /// <exception cref="ArgumentOutOfRangeException">A range or tolerance out of order, or a claim that is not finite.</exception>
    /// <exception cref="InvalidOperationException">The response is not a number somewhere.</exception>
    public static RequiredLever Find(Func<double, Estimate> response, double claim, double low, double high, RequirementOptions options)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxTrials, 3);
        Require(double.IsFinite(claim), nameof(claim), claim, "finite");
        Require(double.IsFinite(low) && double.IsFinite(high) && low < high, nameof(low), low, $"finite and below the high end {high}");
        Require(options.LeverTolerance > 0, nameof(options), options.LeverTolerance, "above 0");
        Require(options.ResponseTolerance >= 0, nameof(options), options.ResponseTolerance, "0 or more");

        List<LeverTrial> trials = [];
        double a = low;
        double b = high;
        double atA = Try(a);
        double atB = Try(b);
        if (Math.Min(Math.Abs(atA), Math.Abs(atB)) <= options.ResponseTolerance)
        {
            return Result(RequirementOutcome.Reached);
        }

        if (Math.Sign(atA) == Math.Sign(atB))
        {
            return Result(RequirementOutcome.OutOfRange);
        }

        int kept = 0;
        while (b - a > options.LeverTolerance)
        {
            if (trials.Count >= options.MaxTrials)
            {
                return Result(RequirementOutcome.NotSettled);
            }

            double middle = a + ((b - a) / 2);
            // The false position may not hug an end, or a jump would be approached by hairs.
            double x = trials.Count % 2 == 0 ? Math.Clamp(((a * atB) - (b * atA)) / (atB - atA), a + (0.05 * (b - a)), b - (0.05 * (b - a))) : middle;
            if (x <= a || x >= b)
            {
                // Numbers are not finer than this.
                break;
            }

            double atX = Try(x);
            if (Math.Abs(atX) <= options.ResponseTolerance)
            {
                break;
            }

            if (Math.Sign(atX) == Math.Sign(atA))
            {
                (a, atA) = (x, atX);
                atB = kept == 1 ? atB / 2 : atB;
                kept = 1;
            }
            else
            {
                (b, atB) = (x, atX);
                atA = kept == -1 ? atA / 2 : atA;
                kept = -1;
            }
        }

        return Result(RequirementOutcome.Reached);

        double Try(double lever)
        {
            Estimate answer = response(lever) ?? throw new InvalidOperationException($"There is no response at {lever}.");
            trials.Add(new LeverTrial(lever, answer));
            return double.IsNaN(answer.Point) ? throw new InvalidOperationException($"The response at {lever} is not a number.") : answer.Point - claim;
        }

        RequiredLever Result(RequirementOutcome outcome)
        {
            LeverTrial best = trials.MinBy(t => Math.Abs(t.Response.Point - claim))!;
            LeverTrial[] sorted = [.. trials.OrderBy(t => t.Lever)];
            return new RequiredLever
            {
                Outcome = outcome,
                Claim = claim,
                Lever = best.Lever,
                Response = best.Response,
                Bracket = new Interval(a, b),
                LeverInterval = Crossings(sorted, claim),
                Monotone = InOrder(sorted, 1) || InOrder(sorted, -1),
                Trials = trials,
            };
        }
    }

    private static void Require(bool holds, string name, double value, string what)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value must be {what}.");
        }
    }

    private static bool InOrder(LeverTrial[] sorted, int sign) =>
        sorted.Zip(sorted.Skip(1), (x, y) => sign * (y.Response.Point - x.Response.Point)).All(d => d >= 0);

    private static Interval Crossings(LeverTrial[] sorted, double claim)
    {
        double low = Crossing(sorted, t => t.Response.Low - claim);
        double high = Crossing(sorted, t => t.Response.High - claim);
        // A rising response meets the claim with the high end of its interval first.
        return sorted[^1].Response.Point >= sorted[0].Response.Point ? new Interval(high, low) : new Interval(low, high);
    }

    private static double Crossing(LeverTrial[] sorted, Func<LeverTrial, double> distance)
    {
        for (int i = 1; i < sorted.Length; i++)
        {
            double from = distance(sorted[i - 1]);
            double to = distance(sorted[i]);
            if (from == 0)
            {
                return sorted[i - 1].Lever;
            }

            if ((from < 0 && to >= 0) || (from > 0 && to <= 0))
            {
                return sorted[i - 1].Lever + ((sorted[i].Lever - sorted[i - 1].Lever) * from / (from - to));
            }
        }

        return double.NaN;
    }
}
