namespace CareFlowSim.Model;

/// <summary>One thing that is wrong in a scenario of a pathway.</summary>
/// <param name="Path">
/// Where, by the properties of the records in small letters with underscores between words: <c>places[2].capacity.steps[0].units</c>, <c>places[0].queue_limit</c>,
/// <c>places[0].stays[1].length_of_stay.mean_days</c>, <c>arrivals[0].process.rate.levels[1].per_day</c>; empty for the whole.
/// </param>
/// <param name="Wrong">What is wrong.</param>
/// <param name="Allowed">What is allowed instead.</param>
public sealed record PathwayFault(string Path, string Wrong, string Allowed);
