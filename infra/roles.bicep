// Every right that anybody is given here, and why. No other file gives one, and nobody but the app is given any:
// a test holds this list against its own (tests/Infra.Tests).
param principalId string
param hostAccount string
param recordsAccount string
param plansAccount string
param vault string
param insights string

var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource host 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: hostAccount
}

resource records 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: recordsAccount
}

resource plans 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: plansAccount
}

resource secrets 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vault
}

resource telemetry 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insights
}

// The Functions host keeps its keys, its locks and the deployed package in blobs. Microsoft asks for Owner here, not Contributor
// ("Connecting to host storage with an identity"); nothing but the host's own things lies in this account.
resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(host.id, principalId, blobDataOwner)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// Durable Functions passes its messages through queues, which it makes itself.
resource hostQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(host.id, principalId, queueDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// Durable Functions keeps histories and instances in tables; the host writes there why it could not start.
resource hostTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(host.id, principalId, tableDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// The app makes, reads, writes and erases the rows of its tables.
resource recordsTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: records
  name: guid(records.id, principalId, tableDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// The app keeps evidence, drafts and the mails of a test installation in private containers, which it makes itself.
resource recordsBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: records
  name: guid(records.id, principalId, blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// The app publishes plans, and puts a notice in the place of one that may no longer be read.
resource plansBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: plans
  name: guid(plans.id, principalId, blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// The app's settings refer to secrets; it reads them and changes none.
resource secretsRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: secrets
  name: guid(secrets.id, principalId, keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// Application Insights takes nothing from whoever does not sign in; this role lets the app send, and read nothing.
resource telemetrySent 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: telemetry
  name: guid(telemetry.id, principalId, monitoringMetricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}
