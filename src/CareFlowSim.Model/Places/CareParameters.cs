using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The scalar figures that the flows read, looked up once by key.</summary>
internal sealed class CareParameters
{
    public CareParameters(ParameterTable p)
    {
        for (int f = 1; f < 4; f++)
        {
            string name = Names[f];
            StayRatio[f] = p["stay.ratio." + name];
        }

        for (int f = 0; f < 4; f++)
        {
            string name = Names[f];
            RouteHome[f] = p["route.home_support." + name] * p["route.level"];
            RouteIntermediate[f] = p["route.intermediate." + name] * p["route.level"];
            RouteCareHome[f] = p["route.care_home." + name] * p["route.level"];
        }

        for (int b = 0; b < 3; b++)
        {
            LivingAlone[b] = p["living_alone." + Bands[b]];
            AdmittedShare[b] = p["crisis.admitted_share." + Bands[b]];
            ZeroDay[b] = p["stay.zero_day_share." + Bands[b]];
            Treatment[b] = p["stay.treatment_days." + Bands[b]] * p["stay.level"];
        }

        PackageHours = [p["package.hours.mild"], p["package.hours.mild"], p["package.hours.moderate"], p["package.hours.severe"]];
        PackageUsers = [0, p["package.users_share.mild"], p["package.users_share.moderate"], p["package.users_share.severe"]];
        NeedOnStep = [0, 0, p["package.need_on_step.moderate"], p["package.need_on_step.severe"]];
        P = p;
        RecoveryPerYear = p["frailty.recovery_per_year"];
        ResidentCrisisRatio = p["crisis.care_home_ratio"];
        UnmetRatio = p["crisis.unmet_need_ratio"];
        AfterDischargeRatio = p["crisis.after_discharge_ratio"];
        WindowSeconds = Seconds(p["crisis.after_discharge_days"]);
        CaseloadRatio = p["caseload.crisis_ratio"];
        AdaptedCrisisRatio = 1 - (p["crisis.fall_share"] * (1 - p["adaptation.fall_ratio"]));
        AdaptedNeedFrail = p["adaptation.care_home_ratio.frail"];
        AdaptedNeedOther = p["adaptation.care_home_ratio.other"];
        LeadReadmissionRatio = p["lead_professional.readmission_ratio"];
        AcsShare = p["crisis.acs_share"];
        AcsShareResident = p["crisis.acs_share.care_home"];
        Averted = p["response.averted_share"];
        ResponseOpens = (int)(p["response.open_hour"] * 3600);
        ResponseCloses = (int)(p["response.close_hour"] * 3600);
        ResponseWait = Seconds(p["response.max_wait_hours"] / 24);
        OneDay = p["stay.one_day_share"];
        StaySigma = p["stay.sigma"];
        ComplexRatio = p["stay.complex_ratio"];
        LeadDays = p["lead_professional.stay_days"];
        RoundFrom = (int)(p["stay.round_from_hour"] * 3600);
        RoundTo = (int)(p["stay.round_to_hour"] * 3600);
        LeaveFrom = (int)(p["stay.leave_from_hour"] * 3600);
        LeaveTo = (int)(p["stay.leave_to_hour"] * 3600);
        SaturdayShare = p["stay.saturday_round_share"];
        SundayShare = p["stay.sunday_round_share"];
        FridayForward = p["stay.friday_forward_share"];
        MondayCatchUp = p["stay.monday_catch_up_share"];
        Decondition = p["stay.decondition_per_day"];
        UnfitPerDay = p["stay.unfit_again_per_day"];
        UnfitDays = p["stay.unfit_again_days"];
        AloneRatio = p["route.alone_ratio"];
        ReablementFirst = p["route.reablement_first_share"];
        NursingShare = p["route.nursing_share"];
        NursingShareHome = p["route.nursing_share.from_home"];
        AssessmentNotice = p["delay.assessment_notice_days"];
        DischargeNotice = p["delay.discharge_notice_days"];
        NoticeCutoff = (int)(p["delay.notice_cutoff_hour"] * 3600);
        ProcessDays = p["assessment.process_days"];
        JointRatio = p["assessment.joint_ratio"];
        CommunityAssessment = p["community.assessment_days"];
        FundingCareHome = p["funding.share.care_home"];
        FundingHome = p["funding.share.home_support"];
        FundingDays = p["funding.process_days"];
        DisputeShare = p["dispute.share"];
        DisputeDays = p["dispute.days"];
        HousingShare = p["housing.share"];
        HousingDays = p["housing.days"];
        EquipmentShare = p["equipment.share"];
        EquipmentDays = p["equipment.process_days"];
        DeclineCareHome = p["choice.decline_share.care_home"];
        DeclineIntermediate = p["choice.decline_share.intermediate"];
        ViewingDays = p["choice.viewing_days"];
        PatienceHospital = p["queue.patience_hospital_days"];
        PatienceHome = p["queue.patience_home_days"];
        PackageSigma = p["package.hours_sigma"];
        PackageEndDays = p["package.end_days"];
        PackageLostAfter = Seconds(p["package.lost_after_days"]);
        NeedAfterCrisis = p["package.need_after_crisis"];
        PackageProcess = p["package.process_days"];
        ReablementDays = p["reablement.days"];
        NoOngoing = p["reablement.no_ongoing_share"];
        ReablementHours = p["reablement.hours_ratio"];
        IntermediateDays = p["intermediate.days"];
        IntermediateSigma = p["intermediate.sigma"];
        ToPackage = p["intermediate.to_package_share"];
        ToCareHome = p["intermediate.to_care_home_share"];
        IntermediateProcess = p["intermediate.process_days"];
        CouncilShare = p["care_home.council_funded_share"];
        CareHomeProcess = p["care_home.process_days"];
        CaseloadSeconds = Seconds(p["caseload.days"]);
        ApplyOnStep = p["adaptation.apply_on_step"];
        ApplyOnDischarge = p["adaptation.apply_on_discharge"];
        AdaptedAtStart = p["adaptation.start_share"];
        LongestList = Seconds(p["adaptation.longest_list_days"]);
        AdaptationWait = p["adaptation.waiting_days"];
        OthersDailySpread = p["beds.others_daily_sd"];
        EscalationShare = p["beds.escalation_share"];
        PackageCredit = [Seconds(p["queue.hospital_credit_days"]), 0];
        StayLength = LogNormal(StaySigma);
        IntermediateLength = LogNormal(IntermediateSigma);
        PackageSize = LogNormal(PackageSigma);
        _deconditioned = [.. Enumerable.Range(0, 1000).Select(nights => 1 - Math.Pow(1 - Decondition, nights))];
        CareHomeCredit = [Seconds(p["queue.hospital_credit_days.care_home"]), 0];
    }

    /// <summary>Gamma of shape 2 and mean 1: elapsed times of assessments and reablement.</summary>
    public static QuantileTable GammaOfShape2 { get; } = new(u => Quantile.Gamma(u, 2, 0.5), 1024);

    /// <summary>Lognormal lengths of mean 1: treatment, stay in intermediate care, hours of a package.</summary>
    public QuantileTable StayLength { get; }

    /// <inheritdoc cref="StayLength"/>
    public QuantileTable IntermediateLength { get; }

    /// <inheritdoc cref="StayLength"/>
    public QuantileTable PackageSize { get; }

    /// <summary>A lognormal length of mean 1 as met at a random moment: length-biased, which adds sigma squared to mu.</summary>
    public static double LengthBiased(double u, double sigma) => Math.Exp((sigma * Quantile.Normal(u)) + (sigma * sigma / 2));

    /// <summary>Chance of a step of frailty after so many midnights beyond medically fit.</summary>
    public double Deconditioned(int nights) => _deconditioned[Math.Min(nights, _deconditioned.Length - 1)];

    private readonly double[] _deconditioned;
    private static readonly string[] Names = ["fit", "mild", "moderate", "severe"];
    private static readonly string[] Bands = ["65_74", "75_84", "85plus"];

    public readonly ParameterTable P;
    public readonly double[] StayRatio = [1, 1, 1, 1];
    public readonly double[] RouteHome = new double[4], RouteIntermediate = new double[4], RouteCareHome = new double[4];
    public readonly double[] LivingAlone = new double[3], AdmittedShare = new double[3], ZeroDay = new double[3], Treatment = new double[3];
    public readonly double[] PackageHours, PackageUsers, NeedOnStep;
    public readonly int[] PackageCredit, CareHomeCredit;
    public readonly int WindowSeconds, ResponseOpens, ResponseCloses, ResponseWait, RoundFrom, RoundTo, LeaveFrom, LeaveTo, NoticeCutoff, PackageLostAfter, CaseloadSeconds, LongestList;
    public readonly double RecoveryPerYear, ResidentCrisisRatio, UnmetRatio, AfterDischargeRatio, CaseloadRatio;
    public readonly double AdaptedCrisisRatio, AdaptedNeedFrail, AdaptedNeedOther, LeadReadmissionRatio, AcsShare, AcsShareResident, Averted;
    public readonly double OneDay, StaySigma, ComplexRatio, LeadDays, SaturdayShare, SundayShare, FridayForward, MondayCatchUp, Decondition, UnfitPerDay, UnfitDays;
    public readonly double AloneRatio, ReablementFirst, NursingShare, NursingShareHome, AssessmentNotice, DischargeNotice;
    public readonly double ProcessDays, JointRatio, CommunityAssessment, FundingCareHome, FundingHome, FundingDays, DisputeShare, DisputeDays;
    public readonly double HousingShare, HousingDays, EquipmentShare, EquipmentDays, DeclineCareHome, DeclineIntermediate, ViewingDays;
    public readonly double PatienceHospital, PatienceHome, PackageSigma, PackageEndDays, NeedAfterCrisis, PackageProcess;
    public readonly double ReablementDays, NoOngoing, ReablementHours, IntermediateDays, IntermediateSigma, ToPackage, ToCareHome, IntermediateProcess;
    public readonly double CouncilShare, CareHomeProcess, ApplyOnStep, ApplyOnDischarge, AdaptedAtStart, AdaptationWait, OthersDailySpread, EscalationShare;

    /// <summary>Index of the age band 65 to 74, 75 to 84, 85 and over.</summary>
    public static int Band(int row) => row < 10 ? 0 : row < 20 ? 1 : 2;

    private static QuantileTable LogNormal(double sigma) => new(u => Math.Exp((sigma * Quantile.Normal(u)) - (sigma * sigma / 2)), 1024);

    private static int Seconds(double days) => (int)(days * 86_400);
}
