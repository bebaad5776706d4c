using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Kernel.Hosting;

/// <summary>A module: what a person sees of one part of the portal. The host finds it by its type and asks nothing else of it.</summary>
public interface IModule
{
    /// <summary>The module's folder, by which its pages and templates are found.</summary>
    string Name { get; }

    /// <summary>
    /// The addresses of its own pages and files, exact and with a leading slash (<c>/</c>, <c>/handbooks</c>): content may link to them, and no item may
    /// stand there.
    /// </summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>Those of <see cref="Paths"/> that search engines are told of: pages that do not only repeat others.</summary>
    IReadOnlyList<string> Listed => [];

    void AddServices(IServiceCollection services);

    /// <summary>Endpoints that are not pages.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints);
}
