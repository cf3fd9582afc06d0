namespace Microsoft.AspNetCore.Mvc
{
    public sealed class HttpGetAttribute(string path = "") : Attribute
    {
        public string Path { get; } = path;
    }

    public class ControllerBase
    {
        protected object StatusCode(int code) => code;

        protected object Problem(string? detail = null, int statusCode = 500) => (detail, statusCode);
    }

    public static class StatusCodes
    {
        public const int Status501NotImplemented = 501;
    }

    public sealed class App
    {
        public List<Delegate> Routes { get; } = [];

        public void MapGet(string path, Delegate handler) => Routes.Add(handler);

        public void MapPost(string path, Delegate handler) => Routes.Add(handler);
    }

    public static class Results
    {
        public static object StatusCode(int code) => code;
    }
}

namespace Shipping
{
    using Microsoft.AspNetCore.Mvc;

    public record Parcel(int Id, string Address);

    public enum LabelFormat
    {
        Png,
        Pdf,
        Zpl,
    }

    public interface ITracker
    {
        Task<string> LocateAsync(int parcel);

        bool IsTracked(int parcel);

        string Carrier { get; }
    }

    internal sealed class PostTracker : ITracker
    {
        public string Carrier => throw new NotImplementedException(); //@true GB2002

        public Task<string> LocateAsync(int parcel)
        {
            throw new NotImplementedException(); //@true GB2002
        }

        public bool IsTracked(int parcel) => throw new NotImplementedException("Tracking comes with the next release."); //@true GB2002
    }

    public sealed class Parcels : IDisposable
    {
        private readonly List<Parcel> _parcels = [];

        public void Add(Parcel parcel)
        {
            ArgumentNullException.ThrowIfNull(parcel);
            throw new NotImplementedException(); //@true GB2002
        }

        public static Parcel Parse(string text) => throw new NotImplementedException(); //@true GB2002

        public decimal Weight
        {
            get
            {
                throw new NotImplementedException(); //@true GB2002
            }
        }

        public int Count
        {
            get => _parcels.Count;
            set => throw new NotImplementedException(); //@true GB2002
        }

        public byte[] Label(Parcel parcel, string format)
        {
            if (format == "pdf")
                throw new NotImplementedException(); //@true GB2002
            return [(byte)parcel.Id];
        }

        public string Route(Parcel parcel, bool express)
        {
            if (express)
            {
                Console.WriteLine("express");
                throw new NotImplementedException("Express routes are not implemented."); //@true GB2002
            }

            return parcel.Address;
        }

        public int Size(LabelFormat format)
        {
            switch (format)
            {
                case LabelFormat.Png:
                    return 10;
                case LabelFormat.Pdf:
                    throw new NotImplementedException(); //@true GB2002
                default:
                    return 0;
            }
        }

        public string Extension(LabelFormat format) => format switch
        {
            LabelFormat.Png => ".png",
            LabelFormat.Zpl => throw new NotImplementedException(), //@true GB2002
            _ => ".bin",
        };

        public void Export(string path)
        {
            throw new NotSupportedException("Export is not implemented yet."); //@true GB2002
        }

        public void Import(string path) => throw new InvalidOperationException("TODO: to be implemented"); //@true GB2002

        public async Task SyncAsync()
        {
            await Task.Delay(1);
            throw new NotImplementedException(); //@true GB2002
        }

        public IReadOnlyList<Parcel> Sorted() => Sort([.. _parcels]);

        private static List<Parcel> Sort(List<Parcel> parcels)
        {
            throw new NotImplementedException(); //@true GB2002
        }

        public void Ship(Parcel parcel) => Dispatch(parcel);

        private void Dispatch(Parcel parcel)
        {
            _parcels.Remove(parcel);
            Warehouse.Load(parcel);
        }

        public void Dispose() => _parcels.Clear();
    }

    internal static class Warehouse
    {
        internal static void Load(Parcel parcel)
        {
            if (parcel.Id > 0)
                Park(parcel);
        }

        private static void Park(Parcel parcel) => throw new System.NotImplementedException(); //@true GB2002
    }

    public abstract class Carrier
    {
        public abstract decimal Price(Parcel parcel);
    }

    public sealed class BikeCarrier : Carrier
    {
        public override decimal Price(Parcel parcel) => throw new NotImplementedException(); //@true GB2002
    }

    public sealed class ParcelComparer : IComparer<Parcel>
    {
        public int Compare(Parcel? x, Parcel? y) => throw new NotImplementedException(); //@true GB2002
    }

    public sealed class ParcelController : ControllerBase
    {
        [HttpGet("parcels")]
        public object List() => StatusCode(501); //@true GB2002

        [HttpGet("parcels/new")]
        public object Create()
        {
            return StatusCode(StatusCodes.Status501NotImplemented); //@true GB2002
        }

        [HttpGet("parcels/price")]
        public object Price(int id) => throw new NotImplementedException(); //@true GB2002
    }

    public static class Routes
    {
        public static void Map(App app)
        {
            app.MapGet("/labels", () => Results.StatusCode(501)); //@true GB2002
            app.MapPost("/labels", (string text) => { throw new NotImplementedException(); }); //@true GB2002
        }
    }
}
