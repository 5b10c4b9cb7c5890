using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>
/// Makes a value of any model with every text in it given: each constructor parameter and each property that can be set. Lists have one element. What names
/// a language or a time zone is one, since no page is made for another.
/// </summary>
/// <param name="text">By the member that it is for, such as <c>RecommendationView.Text</c>.</param>
internal sealed class Filled(Func<string, string> text)
{
    private const int Deepest = 12;

    // What must have a form of its own, and is never typed by anybody.
    private static readonly Dictionary<string, string> ours = new()
    {
        ["SiteAddresses.Search"] = "https://example.org/find/x",
        ["PlansIndexModel.Search"] = "https://example.org/find/x",
        ["PersonModel.Speaks"] = "en",
        ["PublishedEvidence.ContentType"] = "application/pdf",
    };

    private static readonly Form form = RoundForms.Consultation;

    private string member = "";

    public int Texts { get; private set; }

    public object Of(Type type) => Value(type, type.Name, 0)!;

    private object? Member(Type of, Type type, string name, int depth)
    {
        string outer = member;
        member = $"{of.Name}.{name}";
        object? value = type == typeof(string) && ours.TryGetValue(member, out string? own) ? own : Value(type, name, depth);
        member = outer;
        return value;
    }

    private object? Value(Type type, string name, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Value(inner, name, depth);
        if (type == typeof(string))
            return Text(name);
        if (type.IsEnum)
            return type.GetEnumValues().GetValue(0);
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return FormPages.Closes;
        if (type == typeof(DateOnly))
            return new DateOnly(2031, 5, 4);
        if (type == typeof(TimeSpan))
            return TimeSpan.FromDays(1);
        if (type == typeof(Uri))
            return new Uri("https://example.org/");
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsSubclassOf(typeof(Delegate)))
            return Function(type, name, depth);
        if (type == typeof(Form))
            return form;
        FormPages pages = FormPages.Of(form, "en");
        if (type == typeof(FormStep))
            return pages.Steps[^1];
        if (type == typeof(Question))
            return pages.Steps[^1].Page.Questions[0];
        if (type == typeof(AnswerSheet))
            return pages.Typed(_ => text("AnswerSheet.Answers")).Sheet;
        return Collection(type, name, depth) ?? Composite(type, depth);
    }

    private string Text(string name)
    {
        if (name.EndsWith("Language", StringComparison.Ordinal) || name is "Languages" or "Into")
            return "en";
        if (name.EndsWith("TimeZone", StringComparison.Ordinal))
            return "UTC";
        Texts++;
        return text(member);
    }

    // Texts by language, or what is wrong by field.
    private string Key() => member.EndsWith(".Errors", StringComparison.Ordinal) ? text(member + ".Key") : "en";

    // Whatever it is asked, it gives the same.
    private Delegate Function(Type type, string name, int depth)
    {
        MethodInfo method = type.GetMethod("Invoke")!;
        return Expression.Lambda(
            type,
            method.ReturnType == typeof(void) ? Expression.Empty() : Expression.Constant(Value(method.ReturnType, name, depth + 1), method.ReturnType),
            method.GetParameters().Select(p => Expression.Parameter(p.ParameterType))).Compile();
    }

    private object? Collection(Type type, string name, int depth)
    {
        if (type.IsArray)
        {
            Array array = Array.CreateInstance(type.GetElementType()!, 1);
            array.SetValue(Value(type.GetElementType()!, name, depth + 1), 0);
            return array;
        }

        if (!type.IsGenericType || !typeof(IEnumerable).IsAssignableFrom(type))
            return null;
        Type[] of = type.GetGenericArguments();
        if (of.Length == 2)
        {
            IDictionary dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(of))!;
            dictionary.Add(of[0] == typeof(string) ? Key() : Value(of[0], name, depth + 1)!, Value(of[1], name, depth + 1));
            return dictionary;
        }

        IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(of))!;
        if (depth < Deepest)
            list.Add(Value(of[0], name, depth + 1));
        return list;
    }

    private object? Composite(Type type, int depth)
    {
        if (depth > Deepest || type.IsAbstract)
            return null;
        ConstructorInfo? constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .Where(c => c.GetParameters() is not [{ } one] || one.ParameterType != type)
            .MaxBy(c => c.GetParameters().Length);
        if (constructor is null)
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        ParameterInfo[] parameters = constructor.GetParameters();
        object made = constructor.Invoke([.. parameters.Select(p => Member(type, p.ParameterType, p.Name!, depth + 1))]);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !Array.Exists(parameters, p => p.Name == property.Name))
                property.SetValue(made, Member(type, property.PropertyType, property.Name, depth + 1));
        }

        return made;
    }
}
