using System.CommandLine;
using CareFlowSim.IO;

namespace CareFlowSim.Cli;

/// <summary><c>careflow options</c>: the policies of a results folder by what they cost and do.</summary>
internal static class OptionsCommand
{
    public static Command Make(IReadOnlyList<string> args, Terminal terminal, Examples examples)
    {
        Argument<string> folder = new("DIR") { Description = "Folder of careflow run, or of careflow uncertainty with --measure EFFECT,pounds_added." };
        Option<string> effect = new("--effect") { Description = "What the policies are for: a measure; left out, beds_freed, or delay_days of a pathway (measure@place).", HelpName = "MEASURE" };
        SelectOptions money = new();
        FolderOptions options = new();
        Command command = new("options", "Lay the policies of a results folder side by side by cost and effect: dominance, pounds per unit, net benefit, value of knowing more.");
        command.Add(folder);
        command.Add(effect);
        money.AddWorthTo(command);
        options.AddTo(command, "results/ and the scenario's name, -options");
        examples.Add(
            command,
            "careflow options results/winter-beds-2017 --effect winter_beds_freed --price extra-beds=2000000 --worth 60000",
            "careflow options results/one-area-quick-start-uncertainty --effect beds_freed --worth 60000");
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(folder);
            OptionSource source = OptionSource.Read(path, parsed.GetValue(effect));
            List<string> faults = [];
            double? worth = money.Worth(parsed, faults);
            Dictionary<string, double> prices = money.Prices(parsed, [.. source.Options.Select(o => o.Name)], faults);
            return faults.Count > 0
                ? throw new UsageException([.. faults])
                : options.Finish(parsed, OptionsStudy.Of(source, prices, worth), source.Name + "-options", [path], RunCommand.Words(args), terminal);
        });
        return command;
    }
}
