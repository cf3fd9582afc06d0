using System.Reflection;
using System.Reflection.Emit;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Catalogue;

namespace Ghostbusters.Infra.Tests.Added;

/// <summary>The service with a route more.</summary>
public sealed class StackWithOneMore() : GhostbustersStack(new FunctionCatalogue(
    typeof(Functions.Analysis.Startup).Assembly,
    AnnotatedAssembly.Of("Echo", typeof(RequiresScopeAttribute), "analyses:read")))
{
}

/// <summary>The service with a function whose messages nobody reads.</summary>
public sealed class StackWithALostQueue() : GhostbustersStack(new FunctionCatalogue(
    typeof(Functions.Analysis.Startup).Assembly,
    AnnotatedAssembly.Of("Echo", typeof(UsesAttribute), ResourceKind.Queue, Access.Write, "nowhere")))
{
}

/// <summary>An assembly with one annotated method, made while the test runs: the assembly of the tests has no handlers.</summary>
internal static class AnnotatedAssembly
{
    public static Assembly Of(string function, Type annotation, params object[] arguments)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Ghostbusters.Functions.Analysis"), AssemblyBuilderAccess.Run).DefineDynamicModule("added");
        var type = module.DefineType("Added", TypeAttributes.Public);
        var method = type.DefineMethod(function, MethodAttributes.Public | MethodAttributes.Static, typeof(void), []);
        method.GetILGenerator().Emit(OpCodes.Ret);
        var timeout = typeof(LambdaFunctionAttribute).GetProperty(nameof(LambdaFunctionAttribute.Timeout))!;
        method.SetCustomAttribute(new CustomAttributeBuilder(typeof(LambdaFunctionAttribute).GetConstructor([])!, [], [timeout], [10u]));
        method.SetCustomAttribute(Attribute(typeof(RestApiAttribute), LambdaHttpMethod.Get, "/echo"));
        method.SetCustomAttribute(Attribute(annotation, arguments));
        if (annotation != typeof(RequiresScopeAttribute)) method.SetCustomAttribute(Attribute(typeof(AnonymousAttribute), "A test."));
        return type.CreateType().Assembly;
    }

    private static CustomAttributeBuilder Attribute(Type type, params object[] arguments) =>
        new(type.GetConstructors().Single(c => c.GetParameters().Length == arguments.Length), arguments);
}
