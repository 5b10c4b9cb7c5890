// The secrets: the key that signs personal links, and what opens the mail provider.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param workspaceId string
param reachedFromNetworkOnly bool

@secure()
param newSigningKey string

@secure()
param sendGridKey string

@secure()
param smtpPassword string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // Without the signing key every link that was mailed is dead, so nobody can do away with it for good.
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: reachedFromNetworkOnly ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: reachedFromNetworkOnly ? 'Deny' : 'Allow'
      // Azure Resource Manager writes the secrets below.
      bypass: 'AzureServices'
    }
  }
}

@onlyIfNotExists()
resource signingKey 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'links-signing-key'
  properties: { value: newSigningKey, contentType: 'base64' }
}

resource sendGrid 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(sendGridKey)) {
  parent: vault
  name: 'sendgrid-key'
  properties: { value: sendGridKey }
}

resource smtp 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(smtpPassword)) {
  parent: vault
  name: 'smtp-password'
  properties: { value: smtpPassword }
}

resource whoReadWhat 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'who-read-what'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output id string = vault.id
output name string = vault.name

// References, not secrets: the app's identity follows them.
#disable-next-line outputs-should-not-contain-secrets // The name of one.
output earlierKeys string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/links-earlier-keys)'
output signingKey string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/links-signing-key)'
#disable-next-line outputs-should-not-contain-secrets // The name of one.
output sendGridKey string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/sendgrid-key)'
#disable-next-line outputs-should-not-contain-secrets // The name of one.
output smtpPassword string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/smtp-password)'
