using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class ElementaryEffectsTests
{
    private static readonly MorrisDesign Design = MorrisDesign.Create(20, 3, new RandomStream(4, 0));

    [Fact]
    public void LinearFunction_MuStarIsTheCoefficient_SigmaIsZero()
    {
        IReadOnlyList<ElementaryEffect> effects = ElementaryEffects.Estimate(Design, [.. Design.Points().Select(u => 5 + (3 * u[0]) - (7 * u[1]))]);

        double[] coefficients = [3, -7, 0];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(coefficients[i], effects[i].Mu, 1e-9);
            Assert.Equal(Math.Abs(coefficients[i]), effects[i].MuStar, 1e-9);
            Assert.Equal(0, effects[i].Sigma, 1e-9);
            Assert.Equal(0, effects[i].MuStarError, 1e-9);
        }
    }

    [Fact]
    public void Interaction_ShowsInSigma()
    {
        // The effect of input 0 is the place of input 1: levels 1/8 to 7/8, mean one half.
        IReadOnlyList<ElementaryEffect> effects = ElementaryEffects.Estimate(Design, [.. Design.Points().Select(u => u[0] * u[1])]);

        Assert.InRange(effects[0].Sigma, 0.15, 0.4);
        Assert.InRange(effects[0].MuStar, 0.3, 0.7);
        Assert.Equal(0, effects[2].MuStar, 1e-12);
    }

    [Fact]
    public void EffectsThatCancel_ShowInMuStarOnly()
    {
        // Symmetric about the middle with moves of half the range: from 1/8 to 5/8 and from 3/8 to 7/8 the changes are opposite.
        MorrisDesign design = MorrisDesign.Create(200, 1, new RandomStream(4, 1));
        ElementaryEffect effect = ElementaryEffects.Estimate(design, [.. design.Points().Select(u => Math.Abs(u[0] - 0.5))])[0];

        Assert.Equal(0.5, effect.MuStar, 1e-9);
        Assert.InRange(effect.Mu, -0.15, 0.15);
    }

    [Fact]
    public void WrongNumberOfValues_IsRefused() => Assert.Throws<ArgumentException>(() => ElementaryEffects.Estimate(Design, new double[3]));
}
