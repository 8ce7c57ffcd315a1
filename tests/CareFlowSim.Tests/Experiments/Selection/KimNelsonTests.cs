using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class KimNelsonTests
{
    /// <summary>Kim and Nelson (2001), equation of step 0 with c = 1: h^2 = 2 eta (n0 - 1), eta = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2.</summary>
    [Fact]
    public void SquareOfH_IsThatOfTheSource() =>
        Assert.Equal(2 * 9 * ((Math.Pow(2 * 0.05 / 4, -2.0 / 9) - 1) / 2), KimNelson.SquareOfH(5, 0.95, 10), 1e-12);

    /// <summary>Worked by hand: differences 1, 3, 1, 3, ...; variance of the first four 4/3, h^2 = 3 ((0.1)^(-2/3) - 1) = 10.925; out as soon as the sum 2r exceeds 7.283 - r/2.</summary>
    [Fact]
    public void Add_TwoOptions_DropsTheWorseWhereTheHandCalculationDoes()
    {
        KimNelson procedure = new(2, 1, 0.95, firstStage: 4);
        int r = 0;
        while (!procedure.Add([10 + (r % 2 == 0 ? 1 : 3), 10]))
        {
            r++;
            Assert.True(r < 50);
        }

        double room = 0.5 * ((KimNelson.SquareOfH(2, 0.95, 4) * 4 / 3) - 4);
        Assert.True(8 > room);
        Assert.Equal((4, 0, 4), (procedure.Replications, procedure.Best, procedure.OutAfter(1)));
    }

    [Fact]
    public void Add_OptionsEqualToTheLastDigit_KeepsTheFirst()
    {
        KimNelson procedure = new(3, 1, 0.9, firstStage: 3);
        for (int r = 0; r < 3; r++)
        {
            procedure.Add([r, r, r - 5]);
        }

        Assert.True(procedure.IsDone);
        Assert.Equal(0, procedure.Best);
    }

    /// <summary>Best ahead of all others by just the indifference zone, the least favourable case: wrong no more often than allowed, within the error of 400 runs.</summary>
    [Fact]
    public void Choice_IsRightAsOftenAsPromised_AndCommonLuckMakesItSooner()
    {
        (int wrong, double own) = Many(commonShare: 0);
        (int wrongOnCommonLuck, double common) = Many(commonShare: 0.9);

        Assert.InRange(wrong, 0, 400 * 0.1 + 24);
        Assert.InRange(wrongOnCommonLuck, 0, 400 * 0.1 + 24);
        Assert.True(common < own / 2, $"{common} replications on common luck, {own} without");

        static (int Wrong, double Replications) Many(double commonShare)
        {
            int wrong = 0;
            long all = 0;
            for (uint run = 0; run < 400; run++)
            {
                KimNelson procedure = new(4, 0.5, 0.9, firstStage: 10);
                for (uint r = 0; !procedure.IsDone; r++)
                {
                    double shared = Normal(run, r, 9);
                    procedure.Add([.. Enumerable.Range(0, 4).Select(o => (o == 2 ? 0.5 : 0) + (Math.Sqrt(commonShare) * shared) + (Math.Sqrt(1 - commonShare) * Normal(run, r, (uint)o)))]);
                }

                wrong += procedure.Best == 2 ? 0 : 1;
                all += procedure.Replications;
            }

            return (wrong, all / 400.0);
        }

        static double Normal(uint run, uint replication, uint option) => Quantile.Normal(new RandomStream(77, (int)run).For(replication, option, 0).U0);
    }

    [Fact]
    public void Looks_OnlyEverySoManyReplications()
    {
        KimNelson procedure = new(2, 1, 0.95, firstStage: 4, every: 3);

        Assert.Equal(4, procedure.Earliest);
        for (int r = 0; r < 5; r++)
        {
            procedure.Add([r % 2 * 9, r % 3 * 9]);
        }

        Assert.Equal(7, procedure.Earliest);
    }
}
