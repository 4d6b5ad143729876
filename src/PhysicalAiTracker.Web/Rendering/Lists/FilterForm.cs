using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Rendering.Lists;

/// <summary>A list's filters as a form: each says how many items it would leave, and what is wrong with what was typed.</summary>
internal static class FilterForm
{
    public static void Write(MarkupWriter html, ListView list)
    {
        html.Add($"<form class=\"filters\" id=\"filters\" popover method=\"get\" action=\"{list.Path}\" data-filters aria-label=\"Filters\">\n");
        foreach (var (name, value) in list.Beside)
        {
            html.Add($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">\n");
        }

        foreach (var field in list.Fields)
        {
            new Control(html, list, field).Write();
        }

        html.Add($"<div class=\"buttons\"><button class=\"primary\">Show</button><a class=\"button\" href=\"{list.Unfiltered}\">Clear</a></div>\n</form>\n");
    }

    /// <summary>One field of the form.</summary>
    private readonly struct Control(MarkupWriter html, ListView list, FilterField field)
    {
        private readonly Parameter _parameter = field.First;
        private readonly IReadOnlyList<string> _given = list.Values(field.First.Name);
        private readonly List<ParameterProblem> _problems = [.. list.ProblemsOf(field)];

        public void Write()
        {
            if (field.IsRange)
            {
                WriteRange();
            }
            else if (field.IsFolded)
            {
                html.Add($"<details{(_given.Count > 0 || _problems.Count > 0 ? " open" : "")}>\n<summary>{field.Label}</summary>\n");
                WriteWords();
                html.AddMarkup("</details>\n");
            }
            else if (_parameter.Allowed.Count > 0)
            {
                WriteWords();
            }
            else
            {
                html.Add($"<div class=\"{(_problems.Count > 0 ? "field invalid" : "field")}\">\n<label for=\"{field.Id}\">{field.Label}</label>\n");
                WriteProblems();
                if (list.Choices.GetValueOrDefault(_parameter.Name) is { } choices)
                {
                    WriteChoices(choices);
                }
                else
                {
                    html.Add($"<input id=\"{field.Id}\" name=\"{_parameter.Name}\" type=\"{(field.IsSearch ? "search" : "text")}\" value=\"{string.Join(',', _given)}\"");
                    WriteExample(_parameter);
                    WriteState(describes: true);
                    html.AddMarkup(">\n");
                }

                html.AddMarkup("</div>\n");
            }
        }

        /// <summary>The id of what is told of the field's problems, to which its controls refer.</summary>
        private string Problem => $"f-{_parameter.Name}-e";

        private void WriteRange()
        {
            var end = field.Parameters[1];
            WriteFieldset();
            html.Add($"<legend>{field.Label}</legend>\n");
            WriteProblems();
            html.Add($"<div class=\"range\">\n<input id=\"{field.Id}\"");
            WriteEnd(_parameter, "From");
            html.AddMarkup("<span>to</span><input");
            WriteEnd(end, "To");
            html.AddMarkup("\n</div>\n");
            if (list.YearsOf(field) is { Count: > 0 } years)
            {
                html.Add($"<ul class=\"years\" aria-label=\"{field.Label}, by year\">\n");
                foreach (var (year, href, count, isChosen) in years)
                {
                    html.Add($"<li><a href=\"{href}\"").AddMarkup(isChosen ? " aria-current=\"true\">" : ">").AddText(year);
                    WriteCount(count);
                    html.AddMarkup("</a></li>\n");
                }

                if (list.UndatedOf(field) is > 0 and var undated)
                {
                    html.AddMarkup("<li class=\"muted\">undated");
                    WriteCount(undated);
                    html.AddMarkup("</li>\n");
                }

                html.AddMarkup("</ul>\n");
            }

            html.AddMarkup("</fieldset>\n");
        }

        private void WriteEnd(Parameter parameter, string label)
        {
            html.Add($" name=\"{parameter.Name}\"");
            if (list.Values(parameter.Name) is [var first, ..])
            {
                html.Add($" value=\"{first}\"");
            }

            html.Add($" aria-label=\"{label}\"");
            WriteExample(parameter);
            WriteState(describes: false);
            html.AddMarkup(">");
        }

        private void WriteWords()
        {
            WriteFieldset();
            html.AddMarkup(field.IsFolded ? "<legend class=\"sr\">" : "<legend>").AddText(field.Label).AddMarkup("</legend>\n");
            WriteProblems();
            foreach (var word in _parameter.Allowed)
            {
                html.Add($"<label class=\"check\"><input type=\"checkbox\" name=\"{_parameter.Name}\" value=\"{word}\"").AddMarkup(_given.Contains(word) ? " checked> " : "> ");
                if (_parameter.Name is "placement" or "status")
                {
                    html.Add($"<span class=\"{_parameter.Name} {word}\">{field.WordOf(word)}</span>");
                }
                else
                {
                    html.Add($"<span>{field.WordOf(word)}</span>");
                }

                WriteCount(list.CountOf(_parameter, word));
                html.AddMarkup("</label>\n");
            }

            if (list.Facets.TryGetValue(_parameter.Name, out var facet) && facet.Missing > 0)
            {
                html.AddMarkup("<p class=\"check muted\">Not on record");
                WriteCount(facet.Missing);
                html.AddMarkup("</p>\n");
            }

            html.AddMarkup("</fieldset>\n");
        }

        private void WriteChoices(IReadOnlyList<Choice> choices)
        {
            var now = string.Join(',', _given);
            html.Add($"<select id=\"{field.Id}\" name=\"{_parameter.Name}\"");
            WriteState(describes: true);
            html.AddMarkup(">\n<option value=\"\">any</option>\n");
            if (now.Length > 0 && !choices.Any(choice => choice.Value == now))
            {
                var (of, parameter, view) = (field, _parameter, list);
                html.Add($"<option value=\"{now}\" selected>{string.Join(" or ", _given.Select(value => view.LabelOf(of, parameter, value)))}</option>\n");
            }

            foreach (var choice in choices)
            {
                html.Add($"<option value=\"{choice.Value}\"").AddMarkup(choice.Value == now ? " selected>" : ">").AddText(choice.Label);
                if (list.CountOf(_parameter, choice.Value) is { } count)
                {
                    html.Add($" ({count:#,##0})");
                }

                html.AddMarkup("</option>\n");
            }

            html.AddMarkup("</select>\n");
        }

        private void WriteFieldset() => html.AddMarkup("<fieldset").Add(Described()).AddMarkup(">\n");

        private void WriteProblems()
        {
            if (_problems.Count > 0)
            {
                html.Add($"<p class=\"error\" id=\"{Problem}\">{string.Join(" ", _problems.Select(problem => Labels.Begin(problem.Message) + "."))}</p>\n");
            }
        }

        private void WriteExample(Parameter parameter)
        {
            if (parameter.Example is { } example)
            {
                html.Add($" placeholder=\"{example}\"");
            }
        }

        /// <param name="describes">Whether the control itself refers to what is wrong; where several share it, their fieldset does.</param>
        private void WriteState(bool describes)
        {
            if (_problems.Count > 0)
            {
                html.Add(describes ? Described() : null).AddMarkup(" aria-invalid=\"true\"");
            }
        }

        private IHtmlContent? Described() => _problems.Count > 0 ? Markup.Of($" aria-describedby=\"{Problem}\"") : null;

        private void WriteCount(long? count)
        {
            if (count is { } number)
            {
                html.Add($"<span class=\"count\"><span class=\"sr\">: </span>{number:#,##0}<span class=\"sr\"> {(number == 1 ? list.Noun : list.Nouns)}</span></span>");
            }
        }
    }
}
