namespace CareFlowSim.Model;

/// <summary>What the money levers of an arm come to: England's totals, mean over the measured days, baseline levers among them.</summary>
/// <param name="Services">Each service of which something is bought or lost.</param>
/// <param name="AcuteBedsClosed">Acute beds closed because their money has left.</param>
/// <param name="HeldBackPounds">Pounds a year of the pool held back until results are known.</param>
public sealed record MoneyBought(IReadOnlyList<ServiceBought> Services, double AcuteBedsClosed, double HeldBackPounds)
{
    /// <summary>Whether money moves anything.</summary>
    public bool Any => Services.Count > 0 || AcuteBedsClosed != 0 || HeldBackPounds != 0;

    internal static MoneyBought Of(Money money, Setup setup)
    {
        int first = setup.FirstDay;
        List<ServiceBought> services = [];
        foreach (Service s in Enum.GetValues<Service>())
        {
            double pounds = Mean(d => money.Pounds(s, d));
            if (pounds != 0)
            {
                services.Add(new ServiceBought(s, pounds, Mean(d => money.Units(s, d))));
            }
        }

        return new MoneyBought(services, Mean(d => money.AcuteBedsClosed[d]), Mean(d => money.HeldBack[d]));

        double Mean(Func<int, double> of)
        {
            double sum = 0;
            for (int day = first; day < setup.Days; day++)
            {
                sum += of(day);
            }

            return sum / (setup.Days - first);
        }
    }
}

/// <summary>One service bought (above zero) or lost (below zero).</summary>
/// <param name="Service">The service; its documentation says its unit.</param>
/// <param name="PoundsPerYear">Pounds a year, after fees and what the workforce cannot supply.</param>
/// <param name="Units">Units bought with them.</param>
public sealed record ServiceBought(Service Service, double PoundsPerYear, double Units);
