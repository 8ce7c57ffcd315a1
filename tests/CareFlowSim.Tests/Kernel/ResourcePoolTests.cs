using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class ResourcePoolTests
{
    [Fact]
    public void TrySeize_UpToCapacity()
    {
        ResourcePool pool = new(3);

        Assert.True(pool.TrySeize(2));
        Assert.False(pool.TrySeize(2));
        Assert.True(pool.TrySeize(1));
        Assert.Equal((3, 3, 0), (pool.Capacity, pool.InUse, pool.Free));
        pool.Release(2);
        Assert.Equal(2, pool.Free);
    }

    [Fact]
    public void SetCapacity_CutBelowUse_LeavesAnOverhang()
    {
        ResourcePool pool = new(3);
        pool.TrySeize(3);
        pool.SetCapacity(1);

        Assert.Equal(-2, pool.Free);
        Assert.False(pool.TrySeize(0));
        pool.Release(2);
        Assert.Equal(0, pool.Free);
        pool.Reset(5);
        Assert.Equal((5, 0), (pool.Capacity, pool.InUse));
    }

    [Fact]
    public void Faults_Throw()
    {
        ResourcePool pool = new(1);

        Assert.Throws<InvalidOperationException>(() => pool.Release(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Release(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.TrySeize(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.SetCapacity(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResourcePool(-1));
    }
}
