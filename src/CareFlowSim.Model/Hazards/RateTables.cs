namespace CareFlowSim.Model;

/// <summary>Yearly hazards by single year of age, sex and frailty, made once from the world's tables so that the run starts in balance.</summary>
/// <remarks>
/// Frailty steps are not read but solved: they are the rates that keep the published share of each frailty class at each age,
/// given the recovery rate and the higher mortality of frail people. Mortality is scaled to the deaths of the base year in each age band and sex.
/// </remarks>
public sealed class RateTables
{
    /// <summary>Days of a year of rates.</summary>
    public const double DaysPerYear = 365.25;

    /// <summary>First age of the model.</summary>
    public const int FirstAge = 65;

    /// <summary>Ages covered: 65 to 105; older people keep the last row.</summary>
    public const int Ages = 41;

    /// <summary>Residents of care homes are at least moderately frail.</summary>
    private const int ResidentFrailty = (int)Frailty.Moderate;

    private readonly double[] _share = new double[Ages * 4];
    private readonly double[] _resident = new double[Ages * 4];
    private readonly double[] _crisis = new double[Ages * 8];
    private readonly double[] _death = new double[Ages * 8];
    private readonly double[] _lethal = new double[Ages * 8];
    private readonly double[] _stepUp = new double[Ages * 4];
    private readonly double[] _need = new double[Ages * 4];
    private readonly double[] _admission = new double[Ages];
    private readonly double[] _residentAdmission = new double[Ages];
    private readonly double[][] _over90 = [new double[16], new double[16]];

    /// <summary>Makes the tables.</summary>
    public RateTables(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        ParameterTable p = world.Parameters;
        double[][] population = Population(world, _over90, out double[][] hazard);
        FillShares(p);
        FillNeed(p);
        FillAdmission(p);
        FillResidents(p, population, hazard);
        FillMortality(p, hazard);
        FillCrisis(p);
        FillSteps(p, population, hazard);
    }

    /// <summary>Cumulative shares of ages 90 to 105 within 90 and over.</summary>
    public ReadOnlySpan<double> Over90(bool female) => _over90[female ? 1 : 0];

    /// <summary>Row of an age: 0 for 65.</summary>
    public static int Row(int age) => Math.Clamp(age - FirstAge, 0, Ages - 1);

    /// <summary>Share of a frailty class at an age.</summary>
    public double Share(int row, Frailty frailty) => _share[(row * 4) + (int)frailty];

    /// <summary>Share of people of an age and frailty who live in a care home at the start.</summary>
    public double ResidentShare(int row, Frailty frailty) => _resident[(row * 4) + (int)frailty];

    /// <summary>Crises a year at home, outside the window after discharge.</summary>
    public double Crisis(int row, bool female, Frailty frailty) => _crisis[Cell(row, female, frailty)];

    /// <summary>Deaths a year of a person at home that are not part of an emergency stay, care-home ratio and share not applied.</summary>
    public double Death(int row, bool female, Frailty frailty) => _death[Cell(row, female, frailty)];

    /// <summary>Chance that a crisis bad enough for admission ends in death, at home.</summary>
    public double Lethality(int row, bool female, Frailty frailty) => _lethal[Cell(row, female, frailty)];

    /// <summary>Frailty steps up a year.</summary>
    public double StepUp(int row, Frailty frailty) => _stepUp[(row * 4) + (int)frailty];

    /// <summary>Needs for a care home a year, at home.</summary>
    public double CareHomeNeed(int row, Frailty frailty) => _need[(row * 4) + (int)frailty];

    /// <summary>Emergency admissions a year at an age, everybody: the weight of an area's need.</summary>
    public double Admission(int row) => _admission[row];

    /// <summary>Share of the emergency admissions at an age that are of care-home residents.</summary>
    public double ResidentAdmissionShare(int row) => _residentAdmission[row];

    /// <summary>Ratio of a resident's lethality to that of a person at home.</summary>
    public double ResidentLethalityRatio { get; private set; }

    /// <summary>Ratio of a resident's clock mortality to that of a person at home.</summary>
    public double ResidentDeathRatio { get; private set; }

    private static int Cell(int row, bool female, Frailty frailty) => (((row * 2) + (female ? 1 : 0)) * 4) + (int)frailty;

    private static double[][] Population(World world, double[][] over90, out double[][] hazard)
    {
        double[][] people = [new double[Ages], new double[Ages]];
        hazard = [new double[Ages], new double[Ages]];
        for (int sex = 0; sex < 2; sex++)
        {
            IReadOnlyList<double> q = sex == 1 ? world.Mortality.WomenByAge : world.Mortality.MenByAge;

            // Beyond 90 only the sum is known: it is spread as in a stationary population.
            double[] weight = new double[16];
            double alive = 1;
            for (int i = 0; i < 16; i++)
            {
                weight[i] = alive;
                alive *= 1 - q[30 + i];
            }

            double sum = weight.Sum();
            double running = 0;
            for (int i = 0; i < 16; i++)
            {
                running += weight[i] / sum;
                over90[sex][i] = running;
            }

            foreach (AreaInputs a in world.Areas)
            {
                IReadOnlyList<int> counts = sex == 1 ? a.Women : a.Men;
                for (int age = 65; age < 90; age++)
                {
                    people[sex][age - FirstAge] += counts[age - 60];
                }

                for (int i = 0; i < 16; i++)
                {
                    people[sex][25 + i] += counts[30] * weight[i] / sum;
                }
            }

            for (int row = 0; row < Ages; row++)
            {
                hazard[sex][row] = -Math.Log(1 - Math.Min(0.95, q[row + 5]));
            }

            foreach (DeathBand band in world.Mortality.Bands.Where(b => b.Female == (sex == 1)))
            {
                int from = band.AgeFrom - FirstAge;
                int to = band.AgeFrom == 90 ? Ages : from + 5;
                double expected = 0;
                for (int row = from; row < to; row++)
                {
                    expected += people[sex][row] * hazard[sex][row];
                }

                for (int row = from; row < to; row++)
                {
                    hazard[sex][row] *= expected > 0 ? band.Deaths / expected : 1;
                }
            }
        }

        return people;
    }

    private void FillShares(ParameterTable p)
    {
        int[] anchors = [65, 70, 75, 80, 85, 90];
        for (int row = 0; row < Ages; row++)
        {
            double age = FirstAge + row + 0.5;
            int i = 0;
            while (i < anchors.Length - 2 && age > anchors[i + 1])
            {
                i++;
            }

            double w = Math.Clamp((age - anchors[i]) / 5, 0, 1);
            double rest = 1;
            foreach ((Frailty frailty, string name) in new[] { (Frailty.Mild, "mild"), (Frailty.Moderate, "moderate"), (Frailty.Severe, "severe") })
            {
                double share = (p[$"frailty.share.{anchors[i]}.{name}"] * (1 - w)) + (p[$"frailty.share.{anchors[i + 1]}.{name}"] * w);
                _share[(row * 4) + (int)frailty] = share;
                rest -= share;
            }

            _share[row * 4] = Math.Max(0, rest);
        }
    }

    private void FillNeed(ParameterTable p)
    {
        double[] ratio = [1, p["care_home.need_ratio.mild"], p["care_home.need_ratio.moderate"], p["care_home.need_ratio.severe"]];
        for (int row = 0; row < Ages; row++)
        {
            double level = p["care_home.need_level"] * Math.Exp(p["care_home.need_age_slope"] * (FirstAge + row + 0.5 - 80));
            for (int f = 0; f < 4; f++)
            {
                _need[(row * 4) + f] = level * ratio[f];
            }
        }
    }

    private void FillAdmission(ParameterTable p)
    {
        string[] bands = ["65_69", "70_74", "75_79", "80_84", "85_89", "90plus"];
        double[] middle = [67.5, 72.5, 77.5, 82.5, 87.5, 93];
        for (int row = 0; row < Ages; row++)
        {
            double age = FirstAge + row + 0.5;
            int i = 0;
            while (i < bands.Length - 2 && age > middle[i + 1])
            {
                i++;
            }

            double w = Math.Clamp((age - middle[i]) / (middle[i + 1] - middle[i]), -0.5, 1);
            _admission[row] = Math.Exp((Math.Log(p["admission.rate." + bands[i]]) * (1 - w)) + (Math.Log(p["admission.rate." + bands[i + 1]]) * w));
        }
    }

    private void FillResidents(ParameterTable p, double[][] population, double[][] hazard)
    {
        // In balance residents are entries times stay, and a stay ends by death or after the published mean at the latest; the level is then set to the published number.
        double longest = p["care_home.mean_stay_days"] / 365.25;
        double ratio = p["mortality.care_home_ratio"];
        double[] mortality = [1, p["mortality.ratio.mild"], p["mortality.ratio.moderate"], p["mortality.ratio.severe"]];
        double residents = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            double scale = pass == 0 ? 1 : p["care_home.residents"] / residents;
            for (int row = 0; row < Ages; row++)
            {
                double people = population[0][row] + population[1][row];
                double all = ((hazard[0][row] * population[0][row]) + (hazard[1][row] * population[1][row])) / Math.Max(1, people);
                double mean = 0;
                for (int f = 0; f < 4; f++)
                {
                    mean += _share[(row * 4) + f] * mortality[f];
                }

                for (int f = 0; f < 4; f++)
                {
                    int cell = (row * 4) + f;
                    double leave = all * mortality[Math.Max(f, ResidentFrailty)] / mean * ratio;
                    double share = Math.Min(0.9, scale * _need[cell] * Math.Min(longest, 1 / leave));
                    _resident[cell] = share;
                    residents += pass == 0 ? share * _share[cell] * people : 0;
                }
            }
        }
    }

    private void FillMortality(ParameterTable p, double[][] hazard)
    {
        double[] mortality = [1, p["mortality.ratio.mild"], p["mortality.ratio.moderate"], p["mortality.ratio.severe"]];
        double ratio = p["mortality.care_home_ratio"];
        double inHospital = p["mortality.in_hospital_share"];
        double inHospitalResident = p["mortality.in_hospital_share.care_home"];
        ResidentDeathRatio = ratio * (1 - inHospitalResident) / (1 - inHospital);
        ResidentLethalityRatio = ratio * inHospitalResident / inHospital / p["crisis.care_home_ratio"];
        for (int row = 0; row < Ages; row++)
        {
            double mean = 0;
            for (int f = 0; f < 4; f++)
            {
                double resident = _resident[(row * 4) + f];
                mean += _share[(row * 4) + f] * ((mortality[f] * (1 - resident)) + (mortality[Math.Max(f, ResidentFrailty)] * resident * ratio));
            }

            for (int sex = 0; sex < 2; sex++)
            {
                for (int f = 0; f < 4; f++)
                {
                    double total = p["mortality.level"] * hazard[sex][row] * mortality[f] / mean;
                    _death[Cell(row, sex == 1, (Frailty)f)] = total * (1 - inHospital);
                    _lethal[Cell(row, sex == 1, (Frailty)f)] = total * inHospital;
                }
            }
        }
    }

    private void FillCrisis(ParameterTable p)
    {
        double[] ratio = [1, p["crisis.ratio.mild"], p["crisis.ratio.moderate"], p["crisis.ratio.severe"]];
        double window = p["crisis.after_discharge_days"] / 365.25;
        double after = p["crisis.after_discharge_ratio"];
        double male = p["crisis.ratio.male"];
        for (int row = 0; row < Ages; row++)
        {
            double mean = 0;
            for (int f = 0; f < 4; f++)
            {
                double resident = _resident[(row * 4) + f];
                double ofResidents = ratio[Math.Max(f, ResidentFrailty)] * resident * p["crisis.care_home_ratio"];
                mean += _share[(row * 4) + f] * ((ratio[f] * (1 - resident)) + ofResidents);
                _residentAdmission[row] += _share[(row * 4) + f] * ofResidents;
            }

            _residentAdmission[row] /= mean;

            double sexMean = (1 + male) / 2;
            double plain = _admission[row] / mean / sexMean;
            for (int sex = 0; sex < 2; sex++)
            {
                for (int f = 0; f < 4; f++)
                {
                    // The rate in the table includes readmissions: take out what the window after discharge adds.
                    double all = plain * ratio[f] * (sex == 1 ? 1 : male);
                    // Those who die in hospital have no such window, and nobody is at risk while in hospital.
                    int cell = Cell(row, sex == 1, (Frailty)f);
                    double lethality = Math.Min(0.6, _lethal[cell] / all);
                    double inWindow = 1 - Math.Exp(-all * (1 - lethality) * window);
                    double inHospital = all * p["stay.treatment_days." + Band(row)] / 365.25;
                    double outside = all / (1 + ((after - 1) * inWindow)) / (1 - Math.Min(0.5, inHospital));
                    double admittedShare = p["crisis.admitted_share." + Band(row)];
                    _crisis[cell] = p["crisis.level"] * outside / admittedShare;
                    _lethal[cell] = lethality;
                }
            }
        }
    }

    private void FillSteps(ParameterTable p, double[][] population, double[][] hazard)
    {
        double recovery = p["frailty.recovery_per_year"];
        double[] mortality = [1, p["mortality.ratio.mild"], p["mortality.ratio.moderate"], p["mortality.ratio.severe"]];
        double ratio = p["mortality.care_home_ratio"];
        for (int row = 0; row < Ages; row++)
        {
            double people = Math.Max(1, population[0][row] + population[1][row]);
            double all = ((hazard[0][row] * population[0][row]) + (hazard[1][row] * population[1][row])) / people;
            double[] relative = new double[4];
            double mean = 0;
            for (int f = 0; f < 4; f++)
            {
                double resident = _resident[(row * 4) + f];
                relative[f] = (mortality[f] * (1 - resident)) + (mortality[Math.Max(f, ResidentFrailty)] * resident * ratio);
                mean += _share[(row * 4) + f] * relative[f];
            }

            for (int f = 0; f < 3; f++)
            {
                double growth = 0;
                double lost = 0;
                for (int g = f + 1; g < 4; g++)
                {
                    int next = Math.Min(row + 1, Ages - 1);
                    int before = Math.Max(row - 1, 0);
                    growth += (_share[(next * 4) + g] - _share[(before * 4) + g]) / Math.Max(1, next - before);
                    lost += _share[(row * 4) + g] * all * ((relative[g] / mean) - 1);
                }

                double flow = growth + lost + (recovery * _share[(row * 4) + f + 1]);
                _stepUp[(row * 4) + f] = Math.Max(0, flow / Math.Max(0.02, _share[(row * 4) + f]));
            }
        }
    }

    private static string Band(int row) => row < 10 ? "65_74" : row < 20 ? "75_84" : "85plus";
}
