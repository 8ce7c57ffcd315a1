using CareFlowSim.Cli;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Validate_LaysEveryTargetBesideTheBaseline()
    {
        string world = _folder.PathOf("england-2014");

        CliAnswer answer = CliFolder.Run("validate", "--world", world, "--sample", "1:100", "--out", _folder.PathOf("validation"));

        Assert.Contains(answer.ExitCode, new[] { ExitCode.Good, ExitCode.Failed });
        Assert.Equal(answer.ExitCode == ExitCode.Good, answer.Out.Contains("targets are met.", StringComparison.Ordinal));
        string[] rows = File.ReadAllLines(_folder.PathOf("validation/validation.csv"));
        Assert.Equal(WorldReader.Read(world).Targets.Select(t => t.Key), rows.Skip(1).Select(r => r.Split(',')[0]));
        Assert.Contains("85 % of the days are taken as those of people 65+ (parameter delay.share_65plus)", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Settling", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Little's law", File.ReadAllText(_folder.PathOf("validation/validation.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void BaseYear_HasTheWarmUpOfTheShippedScenarios() => Assert.All(
        IO.Scenarios.ScenarioFiles.ShippedYaml,
        f => Assert.Equal(
            ScenarioReader.ReadFile(Path.Combine(IO.Scenarios.ScenarioFiles.Shipped, f)).Period.WarmUpDays,
            ValidateCommand.BaseYear("england-2014").Period.WarmUpDays));
}
