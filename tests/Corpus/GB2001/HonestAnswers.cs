namespace Corpus.GB2001.HonestAnswers;

public sealed class Intake
{
    // Each way out answers something else, though all are constants.
    public (bool Ok, string Reason) ValidatePeriod(DateOnly from, DateOnly to) //@near GB2001
    {
        if (from == default)
            return (false, "The first day is missing.");
        if (from > to)
            return (false, "The first day is after the last.");
        return (true, "");
    }

    public string FormatSeverity(int points) //@near GB2001
    {
        if (points > 90)
            return "critical";
        return points > 50 ? "serious" : "minor";
    }

    public int[] LoadScale(bool fine) //@near GB2001
    {
        if (fine)
            return [1, 2, 3, 4];
        return [1, 4];
    }
}
