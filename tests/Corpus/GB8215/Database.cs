//@broken
using Microsoft.Data.SqlClient;

namespace Corpus.GB8215.Database;

public sealed class Connections
{
    public SqlConnectionStringBuilder Open() => new() { DataSource = "db.shop.net", Encrypt = false }; //@true GB8215

    public void Later(SqlConnectionStringBuilder builder) => builder.Encrypt = false; //@true GB8215

    public SqlConnectionStringBuilder Closed() => new() { DataSource = "db.shop.net", Encrypt = true }; //@near GB8215

    public void Given(SqlConnectionStringBuilder builder, bool encrypts) => builder.Encrypt = encrypts; //@near GB8215
}
