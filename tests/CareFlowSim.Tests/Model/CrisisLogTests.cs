using CareFlowSim.Kernel;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class CrisisLogTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(5_000, 1)]
    [InlineData(5_000, 7)]
    public void ByPerson_SortsByPersonAndOccurrence(int count, int areas)
    {
        RandomStream luck = new(11, 0);
        Dictionary<int, ushort> seen = [];
        CrisisEntry[] crises = new CrisisEntry[count];
        for (uint i = 0; i < count; i++)
        {
            Draw d = luck.For(i, 0, 0);
            int area = (int)(d.U0 * areas);
            int person = (area << Person.NumberBits) | (int)(d.U1 * d.U1 * d.U1 * (1 << Person.NumberBits));
            seen[person] = (ushort)(seen.GetValueOrDefault(person) + 1);
            crises[i] = new CrisisEntry(person, seen[person], (byte)area, CrisisEnd.Admitted, false);
        }

        CrisisEntry[] sorted = CrisisLog.ByPerson(crises, areas);

        Assert.Equal(crises.OrderBy(c => c.Person).ThenBy(c => c.Occurrence), sorted);
    }
}
