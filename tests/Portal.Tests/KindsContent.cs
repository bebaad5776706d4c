using System.Globalization;
using Portal.Testing;

namespace Portal.Tests;

/// <summary>Fictional items of every kind: twenty-five practices, so that their list has two pages, and one or a few of the others.</summary>
internal static class KindsContent
{
    private const int Practices = 25;

    public static void Write(TemporaryFolder folder)
    {
        Item(folder, "sources/paper", "type: Source\ntitle: A paper\npublisher: A publisher\nyear: 2018\nkind: Paper");
        Item(folder, "sources/undated", "type: Source\ntitle: An undated paper\npublisher: A publisher\nkind: Paper");
        foreach (var number in Enumerable.Range(1, Practices))
        {
            var name = number.ToString("00", CultureInfo.InvariantCulture);
            var country = number == 2 ? "at" : number % 2 == 1 ? "de" : "se";
            Item(folder, $"practices/practice-{name}", $"""
                type: Practice
                title: Practice {name}
                summary: What was done in place {name}.
                country: [{country}]
                topic: [{(number <= 3 ? "mentoring" : "funding")}]
                sources: [{(number == 4 ? "/sources/undated" : "/sources/paper")}]
                {Practice(number)}
                """);
        }

        Directory(folder);
        Guidance(folder);
        Standards(folder);
        Training(folder);
    }

    private static string Practice(int number) => number switch
    {
        1 => """
            targetGroup: People who want to leave.
            problem: They know <nobody> & fear much.
            aims: To stand beside them.
            method: [Meet, Plan & act, Look back]
            partners: [A school, A clinic]
            lessons: Begin early.
            organisations: [/organisations/alpha]
            outcomes:
              - title: Fewer drop out
                direction: positive
                design: One outcome study
                strength: Moderate
            """,
        2 => "evaluation: The paper says that it was asked about.\norganisations: [/organisations/alpha]",
        3 => "reviewBy: 2020-01-31",
        _ => "owner: editors",
    };

    private static void Directory(TemporaryFolder folder)
    {
        Item(folder, "organisations/alpha", """
            type: Organisation
            title: Alpha
            summary: Walks with people who leave.
            otherNames: [The first]
            website: https://alpha.example/
            role: [exit-intervention, family-support]
            settingType: [type-a]
            country: [de]
            languages: [de]
            services: [Talks, A flat]
            capacity: Open since May 2026
            formers: true
            methods: [/approaches/talking]
            practices: [/practices/practice-01]
            sources: [/sources/paper, /sources/undated]
            topic: [mentoring]
            """);
        Item(folder, "organisations/beta", "type: Organisation\ntitle: Beta\nsummary: Helps families.\nrole: [family-support]\ncountry: [nl]\nlanguages: [nl]");
    }

    private static void Guidance(TemporaryFolder folder)
    {
        Item(folder, "approaches/talking", "type: Approach\ntitle: Talking\nsummary: A method.\nkind: [method]\nneeds: [Time, A room]\nlimits: [Words]\ntopic: [mentoring]", "## How to talk\n\nSlowly.");
        Item(folder, "approaches/type-a", "type: Approach\ntitle: Type A\nsummary: A setting.\nkind: [setting-type]\ncode: A");
        Item(folder, "approaches/walking", "type: Approach\ntitle: Walking beside\nsummary: A role.\nkind: [cso-role]");
        Item(folder, "recommendations/pay", "type: Recommendation\ntitle: Pay for it\nsummary: Fund it long.\naddressee: [policymakers]\narea: [funding-and-sustainability]\nnumber: 2\nrelated: [/standards/good-work]\nsources: [/sources/paper]");
        Item(folder, "recommendations/meet", "type: Recommendation\ntitle: Meet often\nsummary: Know each other.\naddressee: [policymakers, state-agencies]\narea: [case-referral]\nnumber: 1");
        Item(folder, "recommendations/ask", "type: Recommendation\ntitle: Ask\nsummary: Ask first.\naddressee: [state-agencies]\narea: [case-referral]");
    }

    private static void Standards(TemporaryFolder folder) => Item(folder, "standards/good-work", """
        type: Standard
        title: Good work
        summary: What good work is.
        issuer: Portal
        version: "1.0"
        appliesTo: [Organisations]
        related: [/training/first-steps]
        clauses:
          - title: Quiet
            number: "1.1"
            requirement: Whoever asks is <heard>.
            guidance: |
              Sit *down*.
            evidence: [A chair, A quokka]
          - title: Trust
            number: "1.2"
            requirement: What is said stays.
        """, "## Why\n\nBecause.");

    private static void Training(TemporaryFolder folder)
    {
        Item(folder, "training/first-steps/index", """
            type: TrainingModule
            title: First steps
            summary: To begin with.
            aims: [Begin, Go on]
            minutes: 125
            level: introductory
            facilitatorNotes: |
              Bring *paper*.
            furtherReading: [/approaches/talking]
            questions:
              - kind: ordering
                text: In which order?
                explanation: One comes first.
                answers:
                  - { text: Second, order: 2 }
                  - { text: First, order: 1 }
            """, "An introduction.");
        Item(folder, "training/first-steps/01-look", """
            type: Lesson
            title: Look
            summary: See.
            minutes: 45
            exercises:
              - title: Look around
                instructions: "Look at *everything*."
                minutes: 10
                form: in pairs
                materials: [A window]
            questions:
              - kind: single
                text: What is seen?
                explanation: All of it.
                answers:
                  - { text: Nothing, correct: false, feedback: Look again. }
                  - { text: Everything, correct: true, feedback: Right. }
            """, "## Where to look\n\nEverywhere.");
        Item(folder, "training/first-steps/02-act", "type: Lesson\ntitle: Act\nsummary: Do.");
        Item(folder, "training/short", "type: TrainingModule\ntitle: Short and last\nsummary: Quickly.\nminutes: 30");
    }

    private static void Item(TemporaryFolder folder, string path, string header, string body = "") => folder.Write($"content/{path}.md", $"---\n{header}\n---\n\n{body}\n");
}
