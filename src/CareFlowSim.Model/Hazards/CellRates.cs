namespace CareFlowSim.Model;

/// <summary>The speeds of the four clocks of people of one age, sex and frailty in one area, before what is true of the single person; per day of exposure.</summary>
internal struct CellRates
{
    /// <summary>A clock of speed zero runs so slowly that it never fires, and nothing is divided by zero.</summary>
    public const double Slowest = 1e-12;

    /// <summary>Room for rounding in what is only a bound.</summary>
    private const float Margin = 1.001f;

    public double Crisis, Death, Step, Need;

    /// <summary>One over each speed: days of exposure for a threshold of one.</summary>
    public double DaysToCrisis, DaysToDeath, DaysToStep, DaysToNeed;

    /// <summary>Chance that a crisis bad enough for admission ends in death, at home.</summary>
    public double Lethality;

    /// <summary>How much faster a clock may yet become by age alone within the run: with what is left of the run, a bound on what it can still count.</summary>
    public float CrisisGrowth, DeathGrowth, StepGrowth, NeedGrowth;

    /// <summary>Cells of an area.</summary>
    public const int Count = RateTables.Ages * 2 * 4;

    /// <summary>Place of a cell within an area.</summary>
    public static int Index(int row, bool female, Frailty frailty) => (((row * 2) + (female ? 1 : 0)) * 4) + (int)frailty;

    /// <summary>Fills the cells of one area.</summary>
    /// <param name="cells">The area's cells.</param>
    /// <param name="setup">Rates.</param>
    /// <param name="area">The area's own indices.</param>
    public static void Fill(Span<CellRates> cells, Setup setup, AreaServices area)
    {
        RateTables rates = setup.Rates;
        const double Year = RateTables.DaysPerYear;
        for (int row = 0; row < RateTables.Ages; row++)
        {
            for (int sex = 0; sex < 2; sex++)
            {
                for (int f = 0; f < 4; f++)
                {
                    Frailty frailty = (Frailty)f;
                    double recovery = frailty == Frailty.Fit ? 0 : setup.Parameters.RecoveryPerYear;
                    cells[Index(row, sex == 1, frailty)] = new CellRates
                    {
                        Crisis = Math.Max(Slowest, rates.Crisis(row, sex == 1, frailty) / Year),
                        Death = Math.Max(Slowest, rates.Death(row, sex == 1, frailty) / Year * area.MortalityIndex),
                        Step = Math.Max(Slowest, (rates.StepUp(row, frailty) + recovery) / Year),
                        Need = Math.Max(Slowest, rates.CareHomeNeed(row, frailty) / Year * area.CareHomeIndex),
                        Lethality = rates.Lethality(row, sex == 1, frailty) * area.MortalityIndex,
                    };
                }
            }
        }

        int birthdays = (int)Math.Ceiling(setup.Days / Year);
        double worse = setup.MostBetweenBands;
        for (int cell = 0; cell < Count; cell++)
        {
            ref CellRates own = ref cells[cell];
            own.DaysToCrisis = 1 / own.Crisis;
            own.DaysToDeath = 1 / own.Death;
            own.DaysToStep = 1 / own.Step;
            own.DaysToNeed = 1 / own.Need;
            own.CrisisGrowth = own.DeathGrowth = own.StepGrowth = own.NeedGrowth = Margin;
            for (int later = 1; later <= birthdays && cell + (8 * later) < Count; later++)
            {
                ref CellRates older = ref cells[cell + (8 * later)];
                double bands = CareParameters.Band(cell / 8) == CareParameters.Band((cell / 8) + later) ? 1 : worse;
                own.CrisisGrowth = Math.Max(own.CrisisGrowth, (float)(older.Crisis / own.Crisis * Margin));
                own.DeathGrowth = Math.Max(own.DeathGrowth, (float)(older.Death / own.Death * bands * Margin));
                own.StepGrowth = Math.Max(own.StepGrowth, (float)(older.Step / own.Step * Margin));
                own.NeedGrowth = Math.Max(own.NeedGrowth, (float)(older.Need / own.Need * Margin));
            }
        }
    }
}
