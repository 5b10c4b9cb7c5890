using Azure.Storage.Blobs;
using FollowUp.Pages;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Consultation;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Decisions;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Desk;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Health;
using FollowUpFunctions.Http;
using FollowUpFunctions.Keeping;
using FollowUpFunctions.Links;
using FollowUpFunctions.Mail;
using FollowUpFunctions.NextCycle;
using FollowUpFunctions.Progress;
using FollowUpFunctions.Progress.Evidence;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Security;
using FollowUpFunctions.Storage;
using FollowUpFunctions.StrategicPlans;
using FollowUpFunctions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions;

/// <summary>What the app is made of, the same under every host.</summary>
public static class FollowUpApp
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is missing or wrong; one sentence for each.</exception>
    public static void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        FollowUpOptions options = FollowUpOptions.From(configuration).Validated();
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(MaskedLoggers.Of));
        MaskedActivities.Begin();
        services.AddTelemetry(options.Telemetry);
        services.TryAddSingleton(_ => options.Records.Tables());
        services.TryAddSingleton(_ => options.Records.Blobs());
        services.TryAddSingleton(s => new PlanStorage(options.Plans == options.Records ? s.GetRequiredService<BlobServiceClient>() : options.Plans.Blobs()));
        services.AddFollowUpPages();
        services.AddSecurity();

        services.AddSingleton<AppStorage>();
        services.AddSingleton<CyclesTable>();
        services.AddSingleton<DecisionsTable>();
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<GroupsTable>();
        services.AddSingleton<RankingsTable>();
        services.AddSingleton<SourcesTable>();
        services.AddSingleton<InvitationsTable>();
        services.AddSingleton<AnswersTable>();
        services.AddSingleton<JournalTable>();

        services.AddSingleton<OpenItemsTable>();
        services.AddSingleton<StrategicPlansTable>();
        services.AddSingleton<PreviousCycles>();

        services.AddSingleton<LinkKeys>();
        services.AddSingleton<PersonalLinks>();
        services.AddSingleton<PublicAddresses>();
        services.AddSingleton<PlanFiles>();
        services.AddSingleton<MeetingGuests>();
        services.AddSingleton<LinksForThePlan>();
        services.AddSingleton<PlanComposer>();
        services.AddSingleton<PlanVersionFiles>();
        services.AddSingleton<VersionPages>();
        services.AddSingleton<RecommendationPages>();
        services.AddSingleton<PlanSearch>();
        services.AddSingleton<ProgressFiles>();
        services.AddSingleton<CycleLinks>();
        services.AddSingleton<ProposalOutcomes>();
        services.AddSingleton<PublicIndex>();
        services.AddSingleton<ReportFiles>();
        services.AddSingleton<ClosingFiles>();
        services.AddMail(options);
        services.AddSingleton<MeetingPage>();
        services.AddSingleton<MeetingNotices>();

        services.AddSingleton<RoundAnswers>();
        services.AddSingleton<Submissions>();
        services.AddSingleton<Recording>();
        services.AddSingleton<Translations>();
        services.AddSingleton<OfficialTranslations>();
        services.AddSingleton<RolesAsked>();
        services.AddSingleton<FormVisits>();
        services.AddSingleton<FormPages>();
        services.AddSingleton<FormSheets>();
        services.AddSingleton<OverdueMail>();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<EvidenceNames>();
        services.AddSingleton<EvidenceList>();
        services.AddSingleton<StrategicPlanTaking>();
        services.AddSingleton<PublicEvidence>();
        services.AddSingleton<FileAnswers>();
        services.AddSingleton<StepAnswers>();
        services.AddSingleton<FreshLinks>();
        services.AddSingleton<PageResults>();

        services.AddChildrensConsultation();
        services.AddKeeping();
        services.AddDesk();
        services.AddHealth();
        services.AddSingleton<WorkshopAttendance>();
        services.AddSingleton<WorkshopGroups>();
        services.AddSingleton<LetterWriting>();
        services.AddSingleton<CycleStatus>();
        services.AddSingleton<CycleWatch>();
        services.AddSingleton<ImportTurns>();
        services.AddSingleton<SheetImport>();
        services.AddSingleton<SheetTaking>();
        services.AddSingleton<CycleBeginning>();
        services.AddSingleton<DecisionTaking>();
        services.AddSingleton<Deciding>();
        services.AddSingleton<DecisionKind, CloseRound>();
        services.AddSingleton<DecisionKind, ExtendRound>();
        services.AddSingleton<DecisionKind, Postpone>();
        services.AddSingleton<DecisionKind, MoveMeeting>();
        services.AddSingleton<DecisionKind, CancelMeeting>();
        services.AddSingleton<DecisionKind, CancelCycle>();
        services.AddSingleton<DecisionKind, ApprovePlan>();
        services.AddSingleton<DecisionKind, Assign>();
        services.AddSingleton<DecisionKind, AcceptAction>();
        services.AddSingleton<DecisionKind, DropAction>();
        services.AddSingleton<DecisionKind, EditAction>();
        services.AddSingleton<DecisionKind, MergeActions>();
        services.AddSingleton<DecisionKind, SplitAction>();
        services.AddSingleton<DecisionKind, NameSupport>();
        services.AddSingleton<DecisionKind, SettleDispute>();
        services.AddSingleton<DecisionKind, RecordAttendance>();
        services.AddSingleton<DecisionKind, CorrectAddress>();
        services.AddSingleton<DecisionKind, Move>();
        services.AddSingleton<DecisionKind, Lead>();
        services.AddSingleton<DecisionKind, FormGroups>();
        services.AddSingleton<DecisionKind, SetLetters>();
        services.AddSingleton<DecisionKind, ReleaseEvidence>();
        services.AddSingleton<DecisionKind, WithdrawEvidence>();
        services.AddSingleton<DecisionKind, AcceptMatch>();
        services.AddSingleton<DecisionKind, RefuseMatch>();
        services.AddSingleton<DecisionKind, ConfirmReiteration>();
        services.AddSingleton<DecisionKind, RefuseReiteration>();
        services.AddSingleton<DecisionKind, LiftOptOut>();
        services.AddSingleton<DecisionKind, Star>();
        services.AddSingleton<DecisionKind, Unstar>();
        services.AddSingleton<DecisionKind, SetPlainWords>();
    }
}
