import { Form } from '@remix-run/react'
import {
  MAX_ABOUT,
  MAX_NAME,
  MAX_RETURN_ADDRESS,
  type ProfileResponse,
} from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField, TextareaField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

type Profile = Pick<ProfileResponse, 'about' | 'returnAddress'>

interface NameCardProps {
  name: string
  profile: Profile
  isSeller: boolean
  fault: FormFault | undefined
  isDone: boolean
}

export function NameCard({ fault, isDone, name, profile, isSeller }: NameCardProps) {
  const isPending = usePending('name')
  const label = isSeller ? 'Shop name' : 'Name'
  return (
    <section className="card stack" aria-labelledby="who">
      <h2 id="who">{isSeller ? 'Your shop' : 'Your name'}</h2>
      {isDone && (
        <Notice kind="ok" live="status">
          <p>{isSeller ? 'Your shop was saved.' : 'Your name was saved.'}</p>
        </Notice>
      )}
      <Form method="post" noValidate className="stack">
        <ErrorSummary fault={fault} />
        <input type="hidden" name="intent" value="name" />
        <TextField
          label={label}
          name="name"
          autoComplete={isSeller ? 'organization' : 'name'}
          maxLength={MAX_NAME}
          help={
            isSeller
              ? 'Shoppers see it with everything you sell.'
              : 'We use it to greet you, and shoppers see it next to anything you sell.'
          }
          defaultValue={fault?.values['name'] ?? name}
          error={fault?.fields['name']}
        />
        {isSeller && <ShopFields profile={profile} fault={fault} />}
        <div>
          <Submit isPending={isPending} pendingText="Saving…">
            {isSeller ? 'Save shop' : 'Save name'}
          </Submit>
        </div>
      </Form>
    </section>
  )
}

interface ShopFieldsProps {
  profile: Profile
  fault: FormFault | undefined
}

function ShopFields({ profile, fault }: ShopFieldsProps) {
  return (
    <>
      <TextareaField
        label="About your shop"
        name="about"
        isOptional
        rows={4}
        maxLength={MAX_ABOUT}
        help="Shoppers read it on your shop’s page."
        defaultValue={fault?.values['about'] ?? profile.about ?? ''}
        error={fault?.fields['about']}
      />
      <TextareaField
        label="Where returns go"
        name="returnAddress"
        isOptional
        rows={4}
        maxLength={MAX_RETURN_ADDRESS}
        autoComplete="street-address"
        help="Filled in when you accept a return. Nobody else sees it."
        defaultValue={fault?.values['returnAddress'] ?? profile.returnAddress ?? ''}
        error={fault?.fields['returnAddress']}
      />
    </>
  )
}
