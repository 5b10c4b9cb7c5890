// All that FollowUpFunctions needs on Azure, in one resource group. docs/deploy.md walks through it; docs/cost.md says what it costs.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('A short name for this installation, such as testland. The names of all resources follow from it.')
param environmentName string

@description('The Azure region that holds everything, the answers among it.')
@metadata({ azd: { type: 'location' } })
param location string

@description('coalition: some hundred people; scales to zero. country: up to 100,000 people; one instance is always ready and Front Door stands in front.')
@allowed(['coalition', 'country'])
param profile string = 'coalition'

@description('Storage and Key Vault are reached from within a virtual network alone.')
param privateNetworking bool = false

@description('The secretariat\'s address: mails come from it.')
param mailFrom string

@description('Addresses, separated by commas, of those who may sign in at the desk, see every cycle and begin new ones.')
param coordinators string

@description('Addresses, separated by commas, that are told when something goes wrong or costs more than expected.')
param alertContacts string

@description('How mail is sent. pickup sends none: mails become files in storage, for trying out.')
@allowed(['sendgrid', 'smtp', 'pickup'])
param mailProvider string

@secure()
@description('An API key of SendGrid that may send mail. Empty leaves the one that is in the Key Vault.')
param sendGridKey string = ''

@description('The verification key of SendGrid\'s signed event webhook. As long as it is empty, SendGrid checks mails and delivers none.')
param sendGridWebhookKey string = ''

@description('https://api.eu.sendgrid.com for SendGrid\'s European region.')
param sendGridUrl string = 'https://api.sendgrid.com'

@description('The mail server, where mailProvider is smtp.')
param smtpHost string = ''

param smtpPort int = 587

@description('Empty for a server that wants no sign-in.')
param smtpUser string = ''

@description('tls: encrypted from the first byte on, as on port 465.')
@allowed(['starttls', 'tls'])
param smtpSecurity string = 'starttls'

@secure()
@description('The password for the mail server. Empty leaves the one that is in the Key Vault.')
param smtpPassword string = ''

@description('The app\'s own address, such as https://followup.example.org, once it has one. Personal links begin with it.')
param appUrl string = ''

@description('The published plans\' own address, once they have one.')
param plansUrl string = ''

@minValue(1)
@description('Goes up by one with each new signing key.')
param linksKeyVersion int = 1

@description('Whether the vault has earlier signing keys, as links-earlier-keys (1=base64;2=base64), whose links still work.')
param linksEarlierKeys bool = false

@description('Where a child leaves a page to; an everyday page. Empty leaves the app\'s own choice.')
param childrenLeaveTo string = ''

@description('How the answers are kept: three copies in three buildings (ZRS), in one (LRS, where a region has no ZRS), or also in a second region (GRS).')
@allowed(['Standard_ZRS', 'Standard_LRS', 'Standard_GRS'])
param recordsRedundancy string = 'Standard_ZRS'

@minValue(1)
@description('In the currency of the subscription; somebody is told at 80 per cent of it. Set when the budget is first made; later it is changed under Cost Management.')
param monthlyBudget int = profile == 'country' ? 300 : 20

@secure()
@description('Signs personal links. Made at the first deployment; never given, and never replaced by a later one.')
param newSigningKey string = base64('${newGuid()}${newGuid()}${newGuid()}')

@description('The first day of the budget; only its first deployment looks at it.')
param budgetStart string = utcNow('yyyy-MM-01')

var country = profile == 'country'
var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName }
var contacts = map(split(alertContacts, ','), address => trim(address))
var appName = 'followup-${token}'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-followup-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-${appName}', location: location, tags: tags }
}

module host 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    holds: 'Durable task hub, function keys, the deployed package'
    reachedFromNetworkOnly: privateNetworking
    containers: ['app-package']
  }
}

module records 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'strecords${token}'
    location: location
    tags: tags
    holds: 'Cycles, answers, mail and evidence'
    redundancy: recordsRedundancy
    reachedFromNetworkOnly: privateNetworking
  }
}

module plans 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'stplans${token}'
    location: location
    tags: tags
    holds: 'Published plans, readable by everybody'
    website: true
    reachedFromNetworkOnly: false
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    name: appName
    location: location
    tags: tags
    dailyLimitGb: country ? '2' : '0.15'
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    reachedFromNetworkOnly: privateNetworking
    newSigningKey: newSigningKey
    sendGridKey: sendGridKey
    smtpPassword: smtpPassword
  }
}

module roles 'roles.bicep' = {
  scope: group
  params: {
    principalId: identity.outputs.principalId
    hostAccount: host.outputs.name
    recordsAccount: records.outputs.name
    plansAccount: plans.outputs.name
    vault: vault.outputs.name
    insights: monitoring.outputs.insightsName
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  scope: group
  params: {
    name: 'vnet-${appName}'
    location: location
    tags: tags
    endpoints: [
      { name: 'host-blob', resourceId: host.outputs.id, service: 'blob' }
      { name: 'host-queue', resourceId: host.outputs.id, service: 'queue' }
      { name: 'host-table', resourceId: host.outputs.id, service: 'table' }
      { name: 'records-blob', resourceId: records.outputs.id, service: 'blob' }
      { name: 'records-table', resourceId: records.outputs.id, service: 'table' }
      { name: 'vault', resourceId: vault.outputs.id, service: 'vault' }
    ]
  }
}

module frontDoor 'modules/front-door.bicep' = if (country) {
  scope: group
  params: { name: 'fd-${appName}', token: token, tags: tags }
}

var appAddress = !empty(appUrl) ? appUrl : country ? 'https://${frontDoor!.outputs.appHost}' : 'https://${appName}.azurewebsites.net'
var plansAddress = !empty(plansUrl) ? plansUrl : country ? 'https://${frontDoor!.outputs.plansHost}' : plans.outputs.website

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: appName
    location: location
    tags: tags
    country: country
    identityId: identity.outputs.id
    packages: '${host.outputs.blobEndpoint}app-package'
    subnetId: privateNetworking ? network!.outputs.appSubnetId : ''
    frontDoorId: country ? frontDoor!.outputs.frontDoorId : ''
    settings: union(
      {
        AzureWebJobsStorage__accountName: host.outputs.name
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.outputs.clientId
        Records__accountName: records.outputs.name
        Records__clientId: identity.outputs.clientId
        Plans__accountName: plans.outputs.name
        Plans__clientId: identity.outputs.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
        App__BaseUrl: appAddress
        Http__ForwardedFor: country ? '2' : '1'
        Links__SigningKey: vault.outputs.signingKey
        Links__KeyVersion: string(linksKeyVersion)
        Links__EarlierKeys: linksEarlierKeys ? vault.outputs.earlierKeys : ''
        // An archive that is restored may have 200 MB; the host stops at 100.
        FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '210000000'
        Publication__BaseUrl: plansAddress
        Publication__Container: '$web'
        Desk__Coordinators: coordinators
        Children__LeaveTo: childrenLeaveTo
        Mail__Provider: mailProvider
        Mail__From: mailFrom
      },
      mailProvider == 'sendgrid'
        ? {
            Mail__SendGridKey: vault.outputs.sendGridKey
            Mail__SendGridWebhookKey: sendGridWebhookKey
            Mail__SendGridUrl: sendGridUrl
            Mail__SendGridSandbox: string(empty(sendGridWebhookKey))
          }
        : {},
      mailProvider == 'smtp'
        ? {
            Mail__Smtp__Host: smtpHost
            Mail__Smtp__Port: string(smtpPort)
            Mail__Smtp__User: smtpUser
            Mail__Smtp__Security: smtpSecurity
            Mail__Smtp__Password: empty(smtpUser) ? '' : vault.outputs.smtpPassword
          }
        : {}
    )
  }
  dependsOn: [roles]
}

module routes 'modules/front-door-routes.bicep' = if (country) {
  scope: group
  params: {
    profileName: 'fd-${appName}'
    appEndpoint: frontDoor!.outputs.appEndpoint
    plansEndpoint: frontDoor!.outputs.plansEndpoint
    appOrigin: app.outputs.hostName
    plansOrigin: replace(replace(plans.outputs.website, 'https://', ''), '/', '')
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    contacts: contacts
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: { name: 'budget-${appName}', amount: monthlyBudget, start: budgetStart, contacts: contacts }
}

// azd keeps these among the environment's values. The first makes its build the one for Azure (docs/decisions/0001).
output FunctionsHost string = 'azure'
output AZURE_RESOURCE_GROUP string = group.name
output APP_ADDRESS string = appAddress
output APP_NAME string = appName
output DESK_ADDRESS string = '${appAddress}/desk'
output MAIL_EVENTS_ADDRESS string = '${appAddress}/mail/events'
output PLANS_ADDRESS string = plansAddress
output RECORDS_ACCOUNT string = records.outputs.name
output KEY_VAULT string = vault.outputs.name
