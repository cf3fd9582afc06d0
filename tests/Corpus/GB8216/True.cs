using System.Diagnostics;
using System.IO.Pipes;
using System.Security.AccessControl;
using System.Security.Principal;
using Amazon.S3;
using Amazon.S3.Model;

namespace Amazon.S3
{
    public sealed class S3CannedACL
    {
        public static S3CannedACL PublicReadWrite { get; } = new();

        public static S3CannedACL PublicRead { get; } = new();

        public static S3CannedACL Private { get; } = new();
    }
}

namespace Amazon.S3.Model
{
    public sealed class PutObjectRequest
    {
        public S3CannedACL? CannedACL { get; set; }
    }
}

namespace Amazon.CDK.AWS.IAM
{
    public sealed class PolicyStatementProps
    {
        public string[]? Actions { get; set; }

        public string[]? Resources { get; set; }
    }
}

namespace Corpus.GB8216.True
{
    using Amazon.CDK.AWS.IAM;

    public sealed class Windows
    {
        private const string Everyone = "Everyone";
        private static readonly SecurityIdentifier World = new(WellKnownSidType.WorldSid, null);

        public FileSystemAccessRule ByName() => new("Everyone", FileSystemRights.FullControl, AccessControlType.Allow); //@true GB8216

        public FileSystemAccessRule ByConstant() => new(Everyone, FileSystemRights.Modify, AccessControlType.Allow); //@true GB8216

        public void BySid(DirectorySecurity security) => security.AddAccessRule(new FileSystemAccessRule(new SecurityIdentifier(WellKnownSidType.WorldSid, null), FileSystemRights.FullControl, InheritanceFlags.ContainerInherit, PropagationFlags.None, AccessControlType.Allow)); //@true GB8216

        public FileSystemAccessRule ByField() => new(World, FileSystemRights.Write | FileSystemRights.Read, AccessControlType.Allow); //@true GB8216

        public FileSystemAccessRule ByAccount() => new(new NTAccount("Everyone"), FileSystemRights.FullControl, AccessControlType.Allow); //@true GB8216

        public FileSystemAccessRule BySidText() => new(new SecurityIdentifier("S-1-1-0"), FileSystemRights.Modify, AccessControlType.Allow); //@true GB8216

        public FileSystemAccessRule ByLocal()
        {
            var everybody = new SecurityIdentifier(WellKnownSidType.WorldSid, null);
            return new FileSystemAccessRule(everybody, FileSystemRights.TakeOwnership, AccessControlType.Allow); //@true GB8216
        }

        public RegistryAccessRule Registry() => new("Everyone", RegistryRights.FullControl, AccessControlType.Allow); //@true GB8216

        public PipeAccessRule Pipe() => new("Everyone", PipeAccessRights.FullControl, AccessControlType.Allow); //@true GB8216
    }

    public sealed class Unix
    {
        private const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

        public void Flag(string path) => File.SetUnixFileMode(path, UnixFileMode.UserWrite | UnixFileMode.OtherWrite); //@true GB8216

        public void Constant(string path) => File.SetUnixFileMode(path, All); //@true GB8216

        public void Number(string path) => File.SetUnixFileMode(path, (UnixFileMode)511); //@true GB8216

        public void Property(FileInfo file) => file.UnixFileMode = UnixFileMode.OtherRead | UnixFileMode.OtherWrite; //@true GB8216

        public void Directory(string path) => System.IO.Directory.CreateDirectory(path, (UnixFileMode)0b111_111_111); //@true GB8216

        public FileStreamOptions Options() => new() { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserWrite | UnixFileMode.OtherWrite }; //@true GB8216

        public Process? Chmod(string path) => Process.Start("chmod", "777 " + path); //@true GB8216 @true GB8102

        public Process? ChmodRecursive(string path) => Process.Start("/bin/chmod", $"-R 0777 {path}"); //@true GB8216 @true GB8102

        public Process? ChmodByLetters(string path) => Process.Start("chmod", "a+rwx " + path); //@true GB8216 @true GB8102

        public ProcessStartInfo Shell() => new("/bin/sh", "-c \"chmod 666 /var/lib/shop\""); //@true GB8216
    }

    public sealed class Cloud
    {
        public PutObjectRequest Object() => new() { CannedACL = S3CannedACL.PublicReadWrite }; //@true GB8216

        public PolicyStatementProps Statement() => new() { Actions = ["*"], Resources = ["*"] }; //@true GB8216
    }

    public sealed class Near
    {
        public FileSystemAccessRule Reads() => new("Everyone", FileSystemRights.ReadAndExecute, AccessControlType.Allow); //@near GB8216

        public FileSystemAccessRule Denied() => new("Everyone", FileSystemRights.Write, AccessControlType.Deny); //@near GB8216

        public FileSystemAccessRule Administrators() => new(new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, null), FileSystemRights.FullControl, AccessControlType.Allow); //@near GB8216

        public FileSystemAccessRule Given(string user) => new(user, FileSystemRights.FullControl, AccessControlType.Allow); //@near GB8216

        public FileSystemAccessRule Self() => new(WindowsIdentity.GetCurrent().User!, FileSystemRights.FullControl, AccessControlType.Allow); //@near GB8216

        public PipeAccessRule PipeOfService() => new("NT AUTHORITY\\SYSTEM", PipeAccessRights.FullControl, AccessControlType.Allow); //@near GB8216

        public bool Removed(DirectorySecurity security) => security.RemoveAccessRule(new FileSystemAccessRule("Guests", FileSystemRights.FullControl, AccessControlType.Allow)); //@near GB8216

        public MutexAccessRule OneInstance() => new("Everyone", MutexRights.Synchronize | MutexRights.Modify, AccessControlType.Allow); //@near GB8216

        public void Owner(string path) => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite); //@near GB8216

        public void OthersRead(string path) => File.SetUnixFileMode(path, UnixFileMode.UserWrite | UnixFileMode.OtherRead); //@near GB8216

        public void Number(string path) => File.SetUnixFileMode(path, (UnixFileMode)493); //@near GB8216

        public void Sticky(string path) => System.IO.Directory.CreateDirectory(path, UnixFileMode.StickyBit | UnixFileMode.OtherWrite | UnixFileMode.UserWrite); //@near GB8216

        public void Kept(FileInfo file, FileInfo other) => file.UnixFileMode = other.UnixFileMode; //@near GB8216

        public void Narrowed(FileInfo file) => file.UnixFileMode = file.UnixFileMode & ~UnixFileMode.OtherWrite; //@near GB8216

        public bool IsOpen(FileInfo file) => file.UnixFileMode.HasFlag(UnixFileMode.OtherWrite); //@near GB8216

        public Process? Executable(string path) => Process.Start("chmod", "+x " + path); //@near GB8216 @true GB8102

        public Process? Usual(string path) => Process.Start("chmod", "755 " + path); //@near GB8216 @true GB8102

        public Process? Private(string path) => Process.Start("chmod", "-R 700 " + path); //@near GB8216 @true GB8102

        public Process? Other(string path) => Process.Start("ls", "777 " + path); //@near GB8216 @true GB8102

        public PutObjectRequest PublicSite() => new() { CannedACL = S3CannedACL.PublicRead }; //@near GB8216

        public PutObjectRequest Closed() => new() { CannedACL = S3CannedACL.Private }; //@near GB8216

        public PolicyStatementProps OneAction() => new() { Actions = ["s3:GetObject"], Resources = ["*"] }; //@near GB8216

        public PolicyStatementProps OneResource() => new() { Actions = ["*"], Resources = ["arn:aws:s3:::shop/*"] }; //@near GB8216

        public string Everyone() => "Everyone"; //@near GB8216
    }
}
