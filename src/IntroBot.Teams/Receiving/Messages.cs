using System.Text.Json;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Teams.Answering;
using IntroBot.Teams.Drawing;

namespace IntroBot.Teams.Receiving;

/// <summary>Messages to the bot: in its private chat, or naming it elsewhere. What is delivered twice is answered once. Answers go to the private chat, where nobody else reads them.</summary>
internal sealed class Messages(Reception reception, FormTurns forms, Voice voice, AfterAnswer after, TimeProvider clock)
{
    private static readonly TimeSpan Redelivered = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Remembered<string, bool> answered = new(5_000, clock);

    public async Task Handle(Incoming here)
    {
        var activity = here.Activity;
        if (activity.From?.Role == "bot" || here.User == activity.Recipient?.Id || activity.Id is not { Length: > 0 } id)
        {
            return;
        }

        Task answer = answered.Get($"{here.Spot.Tenant}|{here.Spot.Conversation}|{id}", static _ => Redelivered, () => Answered(here));
        await answer.WaitAsync(here.Deadline.Left + Grace, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> Answered(Incoming here)
    {
        if (here.Activity.Value is { ValueKind: JsonValueKind.Object } value && ActionData.Read(value) is { } data)
        {
            await Pressed(here, data, value);
        }
        else if (here.Surface == Surface.Personal || TeamsText.Names(here.Activity))
        {
            await Said(here);
        }

        return true;
    }

    private async Task Said(Incoming here)
    {
        var said = new Conversation.Said.Message(TeamsText.Of(here.Activity));
        var answer = await reception.Ask(here.Says(said, here.Spot.Conversation, here.Activity.Id), here.Deadline);
        var shown = answer switch
        {
            Answer.Open open => await forms.Open(open, here),
            Answer.Redraw redraw => await forms.Open(new Answer.Open(redraw.Form), here),
            _ => null,
        };
        await after.Within(here.Deadline, cancellation => answer switch
        {
            Answer.Notice notice => voice.Privately(here, notice.Card, point: true, cancellation),
            Answer.Errors errors => voice.Privately(here, Card.Of(here.Language, Line.Of(Sentences.Errors(errors.Fields.Values))), point: true, cancellation),
            Answer.Done => Task.CompletedTask,
            _ when shown is not null => voice.Privately(here, Form(shown), point: true, cancellation),
            _ => voice.Privately(here, Sentences.Card(here.Language, nameof(Words.TeamsTryAgain)), point: true, cancellation),
        });
    }

    /// <summary>A press that a client sends as a message: one that knows no Action.Execute, or a button in a form.</summary>
    private async Task Pressed(Incoming here, ActionData data, JsonElement raw)
    {
        if (data.Step == FormDrawing.Cancel)
        {
            voice.Replace(here, PutAway.Cancelled(here.Language));
        }
        else if (data is { Nonce: not null, Sure: null })
        {
            await Sent(here, await forms.Submit(here, data, raw));
        }
        else
        {
            var answer = await reception.Ask(here.Says(data.Press(), here.Spot.Conversation, here.Account.User, data.Nonce ?? here.Activity.Id), here.Deadline);
            var shown = answer is Answer.Open { Then: null } open ? await forms.Open(open, here) : null;
            await after.Within(here.Deadline, cancellation => answer switch
            {
                Answer.Done => Task.CompletedTask,
                Answer.Notice notice => voice.Privately(here, notice.Card, point: false, cancellation),
                _ when shown is not null => voice.Privately(here, Form(shown), point: false, cancellation),
                Answer.Open => voice.Privately(here, Sentences.Card(here.Language, nameof(Words.TeamsOpenFromCard)), point: false, cancellation),
                _ => voice.Privately(here, Sentences.Card(here.Language, nameof(Words.TeamsTryAgain)), point: false, cancellation),
            });
        }
    }

    private async Task Sent(Incoming here, Filled filled)
    {
        switch (filled)
        {
            case Filled.Done:
                voice.Replace(here, PutAway.Sent(here.Language));
                break;
            case Filled.Again { Form: var form }:
                voice.Replace(here, FormDrawing.Message(form.Form, form.Nonce, form.Errors));
                break;
            case Filled.Says { Card: var card }:
                voice.Replace(here, PutAway.Sent(here.Language));
                await after.Within(here.Deadline, cancellation => voice.Privately(here, card, point: false, cancellation));
                break;
            default:
                await after.Within(here.Deadline, cancellation => voice.Privately(here, Sentences.Card(here.Language, nameof(Words.TeamsTryAgain)), point: false, cancellation));
                break;
        }
    }

    private static Calling.Message Form(ShownForm shown) => CardMessages.Of([FormDrawing.Message(shown.Form, shown.Nonce)], Line.Of(shown.Form.Title));
}
