using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A moment in a list of moments.</summary>
internal sealed class BookedForm : Form<Booked>
{
    private BookedForm()
    {
    }

    /// <summary>The only form of it.</summary>
    public static BookedForm Moment { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => MomentForm.DayOrHour.Allowed;

    /// <inheritdoc/>
    public override string Kind => MomentForm.DayOrHour.Kind;

    /// <inheritdoc/>
    public override Booked Fallback => new(MomentForm.DayOrHour.Fallback);

    /// <inheritdoc/>
    public override Booked Read(string path, SourceNode node, FaultList faults) => new(MomentForm.DayOrHour.Read(path, node, faults));

    /// <inheritdoc/>
    public override JsonNode Write(Booked value) => MomentForm.DayOrHour.Write(value.At);

    /// <inheritdoc/>
    public override JsonObject Schema() => MomentForm.DayOrHour.Schema();
}
