namespace Corpus.GB4001.Counted;

public class ImportOptions
{
    public double Confidence => 0.5; //@near GB4001

    public double GetConfidence(string file) => 0.92; //@true GB4001
}

public class Importer
{
    public int CountRows(Stream stream) //@true GB4001
    {
        stream.ReadByte();
        return 42;
    }

    public double MeasureDensity(Stream stream) //@true GB4001
    {
        stream.ReadByte();
        return 7.5;
    }

    public double EvaluateAccuracy(Stream stream) //@true GB4001
    {
        stream.ReadByte();
        return 0.97;
    }

    // One is one: each call takes one.
    public int CountTaken(Stream stream) //@near GB4001
    {
        stream.ReadByte();
        return 1;
    }

    public int CountColumns() => 5; //@near GB4001

    // A rule of the house.
    public class DiscountRule
    {
        public double GetScore(string customer) //@near GB4001
        {
            Console.Write(customer);
            return 0.3;
        }
    }
}

public class Connected(Stream stream)
{
    public double Throughput => 93.5; //@true GB4001

    public int Read() => stream.ReadByte();
}
