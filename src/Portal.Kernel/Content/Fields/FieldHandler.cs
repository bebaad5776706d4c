using Portal.Kernel.Content.Handlers;

namespace Portal.Kernel.Content.Fields;

/// <summary>Holds every field of an item to its settings, whoever saves it.</summary>
public sealed class FieldHandler(FieldKinds kinds) : ContentHandler
{
    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        foreach (var (part, field) in context.Definitions.FieldsOf(context.Type))
        {
            foreach (var problem in kinds.Validate(field, context.Item.Field(part, field.Name)))
            {
                context.Errors.Add(new ContentError(part, field.Name, problem));
            }
        }

        return ValueTask.CompletedTask;
    }
}
