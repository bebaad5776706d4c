using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Modules.TakeAway.Public;
using Portal.Modules.Training.Reading;

namespace Portal.Modules.Training;

/// <summary>Training modules, their lessons, exercises and knowledge checks.</summary>
public sealed class TrainingModule : IModule
{
    public string Name => "Training";

    public IReadOnlyList<string> Paths { get; } = ["/training"];

    public IReadOnlyList<string> Listed => Paths;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<LessonReader>().AddSingleton<IKindPrint, ModulePrint>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
