// Who is told when something goes wrong. Each rule looks for an event that the app logs by name (docs/events.md);
// docs/runbook.md says what to do.
param location string
param tags object
param workspaceId string
param contacts string[]

@description('Hours without a sweep until somebody is told; the app sweeps every five minutes.')
@allowed([1, 2, 6])
param sweeperSilentHours int = 2

var rules = [
  {
    name: 'stuck-cycle'
    says: 'A cycle stands still: its orchestration failed or is gone.'
    query: 'AppTraces | where tostring(Properties.EventName) == "CycleStuck" | summarize Events = count()'
    operator: 'GreaterThan'
    window: 'PT1H'
    severity: 1
  }
  {
    name: 'failed-mail'
    says: 'Mail was not taken, or was given up: people may not have been asked.'
    query: 'AppTraces | where tostring(Properties.EventName) == "MailFailed" | summarize Events = count()'
    operator: 'GreaterThan'
    window: 'PT1H'
    severity: 2
  }
  {
    name: 'sweeper-silent'
    says: 'The sweeper did not run: the app is down, or its logs do not arrive.'
    query: 'AppTraces | where tostring(Properties.EventName) == "SweepDone" | summarize Events = count()'
    operator: 'LessThanOrEqual'
    window: 'PT${sweeperSilentHours}H'
    severity: 1
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'followup-people'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'followup'
    enabled: true
    emailReceivers: [for (contact, i) in contacts: {
      name: 'contact-${i}'
      emailAddress: contact
      useCommonAlertSchema: true
    }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: rule.name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.says
    description: rule.says
    severity: rule.severity
    enabled: true
    scopes: [workspaceId]
    // Every quarter of an hour is the cheapest there is.
    evaluationFrequency: 'PT15M'
    windowSize: rule.window
    criteria: {
      allOf: [
        {
          query: rule.query
          metricMeasureColumn: 'Events'
          timeAggregation: 'Total'
          operator: rule.operator
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    // Told once, and once more when it is over.
    autoMitigate: true
    // The table is there with the first line of the app.
    skipQueryValidation: true
    actions: { actionGroups: [people.id] }
  }
}]
