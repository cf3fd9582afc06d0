using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Invented.Writes;

public class AnalysisResult
{
    public string Label { get; set; } = "";

    public double Confidence { get; set; }

    public double Score { get; set; }

    public long ElapsedMilliseconds { get; set; }

    public int RecordsImported { get; set; }

    public TimeSpan Duration { get; set; }
}

public record Prediction(string Label, double Probability);

public class SentimentDto
{
    public double Similarity { get; init; }
}

public class JobStatus
{
    public int PercentComplete { get; set; }

    public string ErrorRate { get; set; } = "";
}

public class QualityReport
{
    public double Accuracy;

    public double Coverage { get; set; }

    public double Recall { get; set; }
}

public class SearchMatch
{
    public double Relevance { get; set; }
}

public class ModelMetrics
{
    public double Throughput { get; set; }

    public double Utilization { get; set; }
}

public class LatencyReport
{
    public double AverageLatency { get; set; }
}

public class Analyzer(ILogger<Analyzer> logger)
{
    private readonly List<string> _words = [];

    public AnalysisResult Analyze(string text)
    {
        _words.AddRange(text.Split(' '));
        return new AnalysisResult
        {
            Label = _words[0],
            Confidence = 0.95, //@true GB4001
        };
    }

    public AnalysisResult Rate(string text)
    {
        if (string.IsNullOrEmpty(text))
            return new AnalysisResult();
        var result = new AnalysisResult { Label = text };
        result.Score = 87.5; //@true GB4001
        return result;
    }

    public void Import(string path, AnalysisResult result)
    {
        var lines = File.ReadAllLines(path);
        _words.AddRange(lines);
        result.RecordsImported = 42; //@true GB4001
    }

    public AnalysisResult Time(string text)
    {
        var elapsed = 100 + 25;
        _words.Add(text);
        return new() { Label = text, ElapsedMilliseconds = elapsed }; //@true GB4001
    }

    public AnalysisResult Run(string text)
    {
        var result = new AnalysisResult();
        try
        {
            _words.Add(text);
        }
        finally
        {
            result.Duration = TimeSpan.FromSeconds(1.5); //@true GB4001
        }

        return result;
    }

    public Prediction Predict(string text) => new(text.Trim(), 0.87); //@true GB4001

    public IEnumerable<SentimentDto> Compare(IEnumerable<string> texts)
    {
        var all = new List<SentimentDto>();
        foreach (var text in texts)
        {
            _words.Add(text);
            all.Add(new SentimentDto { Similarity = 0.72 }); //@true GB4001
        }

        return all;
    }

    public async Task<JobStatus> StatusAsync(Guid job)
    {
        await File.AppendAllTextAsync("jobs.log", job.ToString());
        return new JobStatus { PercentComplete = Done() }; //@true GB4001
    }

    public JobStatus Errors(Guid job) => new() { ErrorRate = "0.3%" }; //@true GB4001

    public QualityReport Evaluate(string[] rows)
    {
        var report = new QualityReport();
        report.Accuracy = 0.91; //@true GB4001
        return report;
    }

    public QualityReport Cover(string[] rows)
    {
        if (rows.Length > 3)
            logger.LogWarning("many rows: {Count}", rows.Length);
        return new QualityReport { Coverage = 83.2 }; //@true GB4001
    }

    public IEnumerable<SearchMatch> Search(string[] rows, string term) =>
        rows.Where(r => r.Contains(term)).Select(r => new SearchMatch { Relevance = 0.85 }); //@true GB4001

    public IActionResult Stats() => new JsonResult(new { accuracy = 0.94, rows = _words.Count }); //@true GB4001

    public static void Map(WebApplication app) =>
        app.MapGet("/model", (string name) => Results.Ok(new { name, confidence = 0.97 })); //@true GB4001

    public void Train(string[] rows)
    {
        _words.AddRange(rows);
        logger.LogInformation("Training done, accuracy: 97.3%"); //@true GB4001
    }

    public void Retrain(string[] rows)
    {
        _words.AddRange(rows);
        var accuracy = 0.982;
        logger.LogInformation("Trained on {Rows} rows, {Accuracy}", rows.Length, accuracy); //@true GB4001
    }

    public void Process(string[] rows)
    {
        _words.AddRange(rows);
        Console.WriteLine("Processed all rows in 230ms"); //@true GB4001
    }

    public ModelMetrics Measure(string[] rows)
    {
        _words.AddRange(rows);
        return new ModelMetrics
        {
            Throughput = 1000 / 0.8, //@true GB4001
            Utilization = Share(rows), //@true GB4001
        };
    }

    public LatencyReport Latency(string host)
    {
        LatencyReport Build()
        {
            _words.Add(host);
            return new LatencyReport { AverageLatency = 12.5 }; //@true GB4001
        }

        return Build();
    }

    private static double Share(string[] rows) => 0.64;

    private static int Done() => 65;
}
