namespace Portal.Modules.Shared;

/// <summary>The page reads the filters of its facets and the number of its page from the query; a page without this reads nothing, and is kept once.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VariesByFacetsAttribute : Attribute;

/// <summary>Another key of the query that a page reads.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class VariesByAttribute(string key) : Attribute
{
    public string Key => key;
}
