import * as v from 'valibot'
import { bad, refusals, routesOf } from '../route.ts'
import {
  ChangePasswordBody,
  CurrentUserResponse,
  GuestResponse,
  ProfileBody,
  ProfileResponse,
  SignInBody,
  SignUpBody,
  UserResponse,
} from './schemas.ts'

const route = routesOf('auth')

export const AUTH_ROUTES = [
  route('POST', '/api/users/signup', 'anyone', {
    body: SignUpBody,
    replies: { 201: UserResponse, ...bad },
  }),
  route('POST', '/api/users/signin', 'anyone', {
    body: SignInBody,
    replies: { 200: UserResponse, ...bad },
  }),
  route('POST', '/api/users/signout', 'anyone', {
    replies: { 200: v.strictObject({}), ...refusals(403, 429) },
  }),
  route('POST', '/api/users/signout-everywhere', 'user', {
    replies: { 200: v.strictObject({}), ...refusals(401, 403, 429) },
  }),
  route('PUT', '/api/users/password', 'user', {
    body: ChangePasswordBody,
    replies: { 200: UserResponse, ...bad, ...refusals(401) },
  }),
  route('PUT', '/api/users/profile', 'user', {
    body: ProfileBody,
    replies: { 200: ProfileResponse, ...bad, ...refusals(401) },
  }),
  route('POST', '/api/users/guest', 'anyone', {
    replies: { 201: GuestResponse, ...refusals(400, 403, 429) },
  }),
  route('GET', '/api/users/currentuser', 'anyone', {
    replies: { 200: CurrentUserResponse, ...refusals(503) },
  }),
]
