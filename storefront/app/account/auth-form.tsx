import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { count } from '../lib/words.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PasswordField, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { useRootData } from '../ui/use-root-data.ts'

interface AuthFormProps {
  fault: FormFault | undefined
  next: string
  button: string
  pendingText: string
  password: { help?: string; autoComplete: 'current-password' | 'new-password' }
  children?: ReactNode
}

export function AuthForm({ fault, next, button, pendingText, password, children }: AuthFormProps) {
  const { state } = useNavigation()
  return (
    <>
      <CartNotice />
      <Form method="post" noValidate className="stack g5">
        <ErrorSummary fault={fault} />
        <TextField
          label="Email"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={fault?.values['email'] ?? ''}
          error={fault?.fields['email']}
        />
        <PasswordField
          label="Password"
          name="password"
          error={fault?.fields['password']}
          {...password}
        />
        <Submit className="big full" isPending={state !== 'idle'} pendingText={pendingText}>
          {button}
        </Submit>
      </Form>
      {children}
      {/^\/checkout\b/.test(next) && (
        <>
          <p className="or">or</p>
          <Link className="btn quiet full" to={next}>
            Check out as a guest
          </Link>
        </>
      )}
    </>
  )
}

function CartNotice() {
  const shop = useRootData()
  if (shop?.user?.role !== 'guest' || shop.cartCount === 0) return null
  return (
    <Notice kind="ok">
      <p>
        {shop.cartCount === 1
          ? 'The item in your cart comes with you.'
          : `The ${count(shop.cartCount, 'item')} in your cart come with you.`}
      </p>
    </Notice>
  )
}
