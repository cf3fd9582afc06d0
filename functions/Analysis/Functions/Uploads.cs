using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Submitting;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Functions.Analysis;

/// <summary>Where archives are sent.</summary>
internal sealed class Uploads(ApiDoor door, IBlobs blobs, UlidGenerator ids)
{
    /// <summary>Announces an archive: its length and hash are signed, and the address that is answered takes these bytes and no others.</summary>
    [LambdaFunction(ResourceName = "Upload", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/ghostbusters/uploads")]
    [RequiresScope(Scopes.Write)]
    [Takes(typeof(UploadAnnouncement)), Answers(201, typeof(UploadTicket))]
    [Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts), Uses(ResourceKind.Blobs, Access.Write)]
    public Task<APIGatewayProxyResponse> Upload(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Write, Limits.Submissions, async call =>
        {
            if (!Bodies.TryRead(request, AnalysisJson.Default.UploadAnnouncement, out var body, out var problem)) return Answers.Problem(problem);
            if (Uploading.Check(body) is { Count: > 0 } problems) return Answers.Problem(Problem.Invalid("Some fields are wrong.", problems));
            var id = ids.Next();
            var signed = await blobs.PresignUploadAsync(call.Tenant, Uploading.Request(id, body), call.Cancellation).ConfigureAwait(false);
            var ticket = new UploadTicket(id, "PUT", signed.Url.AbsoluteUri, signed.Headers, signed.ExpiresAt);
            return Answers.Json(201, ticket, AnalysisJson.Default.UploadTicket);
        });
}
