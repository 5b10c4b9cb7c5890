// Where Front Door leads: forms and desk to the app, plans to their website, which can't send headers of its own.
param profileName string
param appEndpoint string
param plansEndpoint string
param appOrigin string
param plansOrigin string

// Each page narrows this further in its meta element, down to the hash of its own style; frame-ancestors counts in a header alone.
var policy = 'default-src \'none\'; style-src \'unsafe-inline\'; form-action https:; base-uri \'none\'; frame-ancestors \'none\''

resource profile 'Microsoft.Cdn/profiles@2025-06-01' existing = {
  name: profileName

  resource app 'afdEndpoints' existing = {
    name: appEndpoint
  }

  resource plans 'afdEndpoints' existing = {
    name: plansEndpoint
  }
}

// No health probes: each has one place to go to, and probes from all over the world would keep the app awake.
resource groups 'Microsoft.Cdn/profiles/originGroups@2025-06-01' = [for name in ['app', 'plans']: {
  parent: profile
  name: name
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
    sessionAffinityState: 'Disabled'
  }
}]

resource origins 'Microsoft.Cdn/profiles/originGroups/origins@2025-06-01' = [for (host, i) in [appOrigin, plansOrigin]: {
  parent: groups[i]
  name: 'origin'
  properties: {
    hostName: host
    originHostHeader: host
    httpPort: 80
    httpsPort: 443
    priority: 1
    weight: 1000
    enforceCertificateNameCheck: true
    enabledState: 'Enabled'
  }
}]

resource published 'Microsoft.Cdn/profiles/ruleSets@2025-06-01' = {
  parent: profile
  name: 'Published'
}

// A rule takes five actions.
resource headers 'Microsoft.Cdn/profiles/ruleSets/rules@2025-06-01' = {
  parent: published
  name: 'Headers'
  properties: {
    order: 1
    matchProcessingBehavior: 'Continue'
    actions: [for header in items({
      'Content-Security-Policy': policy
      'Cross-Origin-Opener-Policy': 'same-origin'
      'Referrer-Policy': 'no-referrer'
      'Strict-Transport-Security': 'max-age=31536000'
      'X-Content-Type-Options': 'nosniff'
    }): {
      name: 'ModifyResponseHeader'
      parameters: {
        typeName: 'DeliveryRuleHeaderActionParameters'
        headerAction: 'Overwrite'
        headerName: header.key
        value: header.value
      }
    }]
  }
}

resource keeping 'Microsoft.Cdn/profiles/ruleSets/rules@2025-06-01' = {
  parent: published
  name: 'Keeping'
  properties: {
    order: 2
    matchProcessingBehavior: 'Continue'
    actions: [
      {
        name: 'ModifyResponseHeader'
        parameters: {
          typeName: 'DeliveryRuleHeaderActionParameters'
          headerAction: 'Overwrite'
          headerName: 'Permissions-Policy'
          value: 'camera=(), geolocation=(), microphone=()'
        }
      }
      {
        // Files say that they stay for ever, and an erasure puts a notice in their place: the edges find out within ten minutes.
        name: 'RouteConfigurationOverride'
        parameters: {
          typeName: 'DeliveryRuleRouteConfigurationOverrideActionParameters'
          cacheConfiguration: {
            cacheBehavior: 'OverrideAlways'
            cacheDuration: '00:10:00'
            isCompressionEnabled: 'Enabled'
            queryStringCachingBehavior: 'IgnoreQueryString'
          }
        }
      }
    ]
  }
}

resource toApp 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: profile::app
  name: 'app'
  properties: {
    originGroup: { id: groups[0].id }
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    enabledState: 'Enabled'
  }
  dependsOn: [origins]
}

resource toPlans 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: profile::plans
  name: 'plans'
  properties: {
    originGroup: { id: groups[1].id }
    ruleSets: [{ id: published.id }]
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    enabledState: 'Enabled'
    cacheConfiguration: {
      queryStringCachingBehavior: 'IgnoreQueryString'
      compressionSettings: {
        isCompressionEnabled: true
        contentTypesToCompress: ['text/html', 'text/csv', 'application/json', 'application/ld+json', 'application/atom+xml']
      }
    }
  }
  dependsOn: [origins, headers, keeping]
}
