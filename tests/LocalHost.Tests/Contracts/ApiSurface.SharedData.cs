using System.Globalization;
using System.Reflection;

namespace LocalHost.Tests.Contracts;

/// <summary>The public surface of an assembly, type by type and member by member, written the way functions-api.txt is.</summary>
internal static class ApiSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What a compiler adds to every record or value type, and what the file leaves out for it.
    private static readonly HashSet<string> Generated =
        ["Equals", "GetHashCode", "ToString", "Deconstruct", "<Clone>$", "PrintMembers", "op_Equality", "op_Inequality", "GetType"];

    public static IEnumerable<(string Type, string[] Members)> Of(Assembly assembly) =>
        assembly.GetExportedTypes().Select(type => (Header(type), Members(type).Order(StringComparer.Ordinal).ToArray()));

    private static string Header(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsInterface: true } => "interface",
            _ => (type.IsAbstract, type.IsSealed) switch
            {
                (true, true) => "static ",
                (true, false) => "abstract ",
                (false, true) => "sealed ",
                _ => "",
            } + (IsRecord(type) ? "record" : "class"),
        };
        bool hasBase = type.IsClass && type.BaseType is { } parent && parent != typeof(object);
        return $"{kind} {TypeNames.Of(type)}{(hasBase ? $" : {TypeNames.Of(type.BaseType!)}" : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => string.Create(
                CultureInfo.InvariantCulture, $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}"));
        return type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic && Visible(constructor)).Select(Constructor)
            .Concat(type.GetProperties(Declared).Where(property => property.Name != "EqualityContract").Select(Property).OfType<string>())
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic).Select(Field))
            .Concat(type.GetMethods(Declared).Where(IsOwn).Select(Method));
    }

    private static bool IsOwn(MethodInfo method) =>
        Visible(method) && !Generated.Contains(method.Name) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool Visible(MethodBase? member) => member is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static string Constructor(ConstructorInfo constructor) => $"{Access(constructor)}new({Parameters(constructor)})";

    private static string Field(FieldInfo field) => $"{(field.IsStatic ? "static " : "")}{TypeNames.Of(field)} {field.Name}";

    private static string? Property(PropertyInfo property)
    {
        MethodInfo? getter = Visible(property.GetMethod) ? property.GetMethod : null;
        MethodInfo? setter = Visible(property.SetMethod) ? property.SetMethod : null;
        if ((getter ?? setter) is not { } accessor)
            return null;
        bool init = setter?.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") == true;
        string accessors = (getter is null ? "" : "get; ") + (setter is null ? "" : init ? "init; " : "set; ");
        return $"{Modifiers(accessor)}{TypeNames.Of(property)} {property.Name} {{ {accessors}}}";
    }

    private static string Method(MethodInfo method)
    {
        string generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{Modifiers(method)}{TypeNames.Of(method.ReturnParameter)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Modifiers(MethodInfo method) => Access(method) + method switch
    {
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Access(MethodBase member) => member.IsPublic ? "" : "protected ";

    private static string Parameters(MethodBase member) => string.Join(", ", member.GetParameters().Select(parameter =>
        $"{TypeNames.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter.DefaultValue)}" : "")}"));

    private static string Default(object? value) => value is null ? "default" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
