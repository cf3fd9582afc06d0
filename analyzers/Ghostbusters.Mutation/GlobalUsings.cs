global using System.Collections.Immutable;
global using Ghostbusters.Engine.Model;
