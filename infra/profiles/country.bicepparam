// Up to 100,000 people.
using '../main.bicep'

param environmentName = 'testland'
param location = 'swedencentral'
param profile = 'country'
param privateNetworking = false
param mailFrom = 'secretariat@example.org'
param coordinators = 'coordinator@example.org'
param alertContacts = 'coordinator@example.org, treasurer@example.org'
param mailProvider = 'sendgrid'
param sendGridWebhookKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE'
