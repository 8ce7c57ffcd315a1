using System.Collections;
using System.Reflection;

namespace CareFlowSim.Model;

/// <summary>A lever that is moved and yet changes nothing that anybody meets.</summary>
/// <param name="Name">Name of the lever, a property of <see cref="Levers"/>.</param>
/// <param name="Why">Why it changes nothing, as far as that can be told.</param>
public sealed record IdleLever(string Name, string Why)
{
    private static readonly PropertyInfo[] All = [.. typeof(Levers).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)];

    internal static IReadOnlyList<IdleLever> Of(Setup setup, int arm)
    {
        Policy policy = setup.Arms[arm];
        List<IdleLever> idle = [];
        foreach (PropertyInfo lever in All.Where(l => IsMoved(l, policy.Levers)))
        {
            Levers without = policy.Levers with { };
            lever.SetValue(without, lever.GetValue(Levers.Off));
            if (new ArmPlan(setup, policy with { Levers = without }, setup.Plans[0]).SameAs(setup.Plans[arm]))
            {
                idle.Add(new IdleLever(lever.Name, WhyIdle(lever.Name, policy.Levers)));
            }
        }

        return idle;
    }

    private static bool IsMoved(PropertyInfo lever, Levers levers) => lever.GetValue(levers) switch
    {
        null => false,
        ICollection list => list.Count > 0,
        _ => true,
    };

    private static string WhyIdle(string lever, Levers l) => lever switch
    {
        nameof(Levers.Workforce) when l.Workforce?.AdditionalShare == 0 => "its posts are relabelled: none is truly additional",
        nameof(Levers.PaymentForPerformance) when l.PooledBudget is null => "it only holds back money of a pooled budget, and there is none; what is paid is worked out from the result",
        nameof(Levers.PaymentForPerformance) => "it holds nothing back; what is paid is worked out from the result",
        nameof(Levers.PooledBudget) => "all of its money was there before, is protected, or buys nothing",
        nameof(Levers.SocialCarePrecept) or nameof(Levers.ImprovedBetterCareFund) => "all of its money goes into fees, or buys nothing that can be supplied",
        nameof(Levers.DataSharing) => "the world's parameters give shared records no effect",
        nameof(Levers.DelayedTransferTargets) => "no effect of the targets is proven, so none is assumed unless it is stated",
        nameof(Levers.Governance) => "no effect of governance is proven, so none is assumed unless the parameters state it",
        nameof(Levers.Graduation) => "nothing is held back, protected or under scrutiny that it could take away",
        _ => "it asks for what is there already, or for days outside the run",
    };
}
