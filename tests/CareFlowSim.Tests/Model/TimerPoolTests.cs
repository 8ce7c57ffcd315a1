using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class TimerPoolTests
{
    private readonly TimerPool _pool = new();

    [Fact]
    public void Earliest_IsTheSmallestTimeAndThenTheSmallerKind()
    {
        int head = -1;
        _pool.Add(ref head, Due.PackageEnds, 50);
        _pool.Add(ref head, Due.CheckAt91, 20);
        _pool.Add(ref head, Due.PackageLost, 20);

        Assert.Equal(20, _pool.Earliest(head, out Due kind));
        Assert.Equal(Due.PackageLost, kind);
    }

    [Fact]
    public void AnEmptyList_IsNeverDue()
    {
        Assert.Equal(int.MaxValue, _pool.Earliest(-1, out Due kind));
        Assert.Equal(Due.Nothing, kind);
    }

    [Fact]
    public void Remove_TakesAllOfAKindAndSaysWhetherThereWasOne()
    {
        int head = -1;
        _pool.Add(ref head, Due.PackageEnds, 1);
        _pool.Add(ref head, Due.CheckAt91, 2);
        _pool.Add(ref head, Due.PackageEnds, 3);

        Assert.True(_pool.Remove(ref head, Due.PackageEnds));
        Assert.False(_pool.Remove(ref head, Due.PackageEnds));
        Assert.False(_pool.Has(head, Due.PackageEnds));
        Assert.Equal(2, _pool.Earliest(head, out _));
    }

    [Fact]
    public void ManyPeople_KeepTheirOwnTimersThroughAddingAndRemoving()
    {
        // Against a plain list per person.
        int[] heads = [.. Enumerable.Repeat(-1, 300)];
        List<(Due Kind, int At)>[] plain = [.. heads.Select(_ => new List<(Due, int)>())];
        Random random = new(1);
        for (int i = 0; i < 20_000; i++)
        {
            int person = random.Next(heads.Length);
            Due kind = (Due)random.Next((int)Due.TreatmentEnds, (int)Due.EntersCareHome + 1);
            switch (random.Next(5))
            {
                case 0:
                    Assert.Equal(plain[person].RemoveAll(t => t.Kind == kind) > 0, _pool.Remove(ref heads[person], kind));
                    break;
                case 1 when random.Next(10) == 0:
                    _pool.Clear(ref heads[person]);
                    plain[person].Clear();
                    break;
                default:
                    _pool.Add(ref heads[person], kind, i);
                    plain[person].Add((kind, i));
                    break;
            }

            int earliest = _pool.Earliest(heads[person], out Due due);
            Assert.Equal(plain[person].Count == 0 ? (Due.Nothing, int.MaxValue) : plain[person].MinBy(t => t.At), (due, earliest));
        }
    }

    [Fact]
    public void Reset_ForgetsEverybody()
    {
        int head = -1;
        _pool.Add(ref head, Due.PackageEnds, 1);
        _pool.Reset();
        int other = -1;
        _pool.Add(ref other, Due.CheckAt91, 7);

        Assert.Equal(7, _pool.Earliest(other, out _));
    }
}
