namespace CareFlowSim.Model;

/// <summary>
/// What is measured of a place, or of the whole path where no place is named. People are counted in the measured period. The wait of a person is booked when it ends;
/// it runs from the moment they ask for the place to the moment they come in.
/// </summary>
public enum PathwayMeasure
{
    /// <summary>People who asked for the place; of the whole path: who came from outside.</summary>
    Arrivals,

    /// <summary>People who came in.</summary>
    Admissions,

    /// <summary>People who ended their stay and are gone, boarding over; of the whole path: who reached an end.</summary>
    Departures,

    /// <summary>People turned away.</summary>
    TurnedAway,

    /// <summary>Share of those who asked that was turned away, 0 to 1.</summary>
    TurnedAwayShare,

    /// <summary>People whose patience was over.</summary>
    Left,

    /// <summary>People who died waiting; of the whole path: all who died.</summary>
    Died,

    /// <summary>Mean days from asking to coming in, of those who came in.</summary>
    MeanWait,

    /// <summary>Share of those who came in that waited at all, 0 to 1.</summary>
    WaitShare,

    /// <summary>Half of those who came in waited at most so many days.</summary>
    WaitMedian,

    /// <summary>Nine in ten waited at most so many days.</summary>
    Wait90,

    /// <summary>Nineteen in twenty waited at most so many days.</summary>
    Wait95,

    /// <summary>Mean days in the line for lack of capacity, of those who came in.</summary>
    MeanCapacityDelay,

    /// <summary>Mean days in transfer and for the next admission hour, of those who came in.</summary>
    MeanTransitionDelay,

    /// <summary>Person-days of waiting for the place, of everybody, however it ended.</summary>
    DelayDays,

    /// <summary>Place-days lost here to people who wait for somewhere else.</summary>
    BlockedDays,

    /// <summary>Mean number of people in the place, boarding included.</summary>
    MeanOccupied,

    /// <summary>Mean units in use (visits per day where visits are counted, reservations included).</summary>
    MeanInUse,

    /// <summary>Units in use over units there are, over time; NaN without limit.</summary>
    Utilisation,

    /// <summary>Mean number of people waiting for the place, line and transfer, wherever they wait.</summary>
    MeanWaiting,

    /// <summary>Occupancy that is exceeded for no more than 5 % of the time: the people in the place.</summary>
    Occupied95,

    /// <summary>Visits made.</summary>
    Visits,

    /// <summary>Costs in pounds.</summary>
    Cost,
}
